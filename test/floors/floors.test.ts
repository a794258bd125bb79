import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeKnownFaults } from "../audit/find-known-faults.js";
import { baseScores } from "./bases.js";
import { enumScores } from "./enums.js";
import { propertyScores } from "./properties.js";
import { type Score, scoreTable, shareOf, tablesOfCauses, total } from "./score.js";
import { typeScores } from "./types-of-properties.js";
import { exampleScores } from "./example-bodies.js";
import { requestLineScores } from "./request-lines.js";
import { returnTypeScores } from "./return-types.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { describePermissions } from "../truth/describe-permissions.js";
import { changedBy, misplaced } from "../truth/beside-csdl.js";
import { oracleOf } from "../truth/oracle.js";
import { belowFloors, truthSection, truthTable, type Truths } from "../truth/report.js";
import { truthOf } from "../truth/scores.js";
import { readVersions, type Version } from "./versions.js";

/** Each makes scores of one version, always the same ones in the same order. */
const scorers: readonly ((version: Version) => readonly Score[])[] = [
  propertyScores,
  typeScores,
  enumScores,
  baseScores,
  requestLineScores,
  exampleScores,
  returnTypeScores,
];

let read: readonly Version[] | undefined;
/** Both versions, which all tests below share: reading them takes seconds. */
const versions = (): readonly Version[] => (read ??= readVersions());
// Modules stay loaded for the files that follow, and what this one holds is large.
afterAll(() => {
  read = undefined;
});

describeWithCorpus("the reference pages of 2021 against the CSDL of the same day", () => {
  let scores: readonly Score[] = [];
  const truths = {} as Record<keyof Truths, Truths["v1.0"]>;

  beforeAll(() => {
    scores = scorers.flatMap((scorer) => {
      const [first = [], ...others] = versions().map(scorer);
      return first.map((score, index) => total([score, ...others.flatMap((list) => list[index] ?? [])]));
    });
    for (const { name, alone } of versions()) {
      const oracle = oracleOf(readFileSync(join(corpus, `graph/${name}-2021-07.csdl`), "utf8"));
      truths[name] = truthOf(alone, oracle);
    }
  }, 300_000);

  it("reach their floors", () => {
    process.stdout.write(`\n${scoreTable(scores)}\n`);
    expect(scores.filter((score) => shareOf(score) < score.floor).map(({ what }) => what)).toEqual([]);
    expect(scores.filter(({ of }) => of === 0)).toEqual([]);
  });

  it.each(["v1.0", "beta"] as const)("give a model of pages alone that reaches its floors: %s", (version) => {
    if (version === "v1.0") process.stdout.write(`\n${truthTable(truths)}\n`);
    expect(belowFloors(truths[version], version)).toEqual([]);
  });

  it.each(["v1.0", "beta"] as const)("change nothing that the CSDL declares: %s", (version) => {
    const found = versions().find(({ name }) => name === version);
    expect(found && changedBy(found)).toEqual([]);
  });

  it.each(full ? (["v1.0", "beta"] as const) : (["v1.0"] as const))(
    "lead to no other place than in the CSDL: %s",
    (version) => {
      const found = versions().find(({ name }) => name === version);
      const oracle = oracleOf(readFileSync(join(corpus, `graph/${version}-2021-07.csdl`), "utf8"));
      expect(found && misplaced(found.both, oracle)).toEqual([]);
    },
  );

  it("are in the documentation, with the causes of what is left", async () => {
    const text = `${INTRODUCTION}\n${scoreTable(scores)}\n\n${CAUSES}\n${tablesOfCauses(scores)}\n\n${truthSection(truths)}\n`;
    const path = fileURLToPath(new URL("../../docs/reference-pages.md", import.meta.url));
    await expect(text).toMatchFileSnapshot(path);
  });
});

describeKnownFaults(versions);
describePermissions(versions);

const INTRODUCTION = `# How well reference pages are read

The reference pages of Microsoft Graph of July 2021, beta and v1.0, are read and compared with the CSDL that the service published on the same day. The scores measure the result of reading the pages alone; the CSDL is only used for comparison. The pages themselves contain errors, so no reader can reach 100 %.

\`npx vitest run test/floors\` measures the scores again and fails if a share is below its floor; with \`--update\` it renews this page.

- **property names**: a row in a table of properties or relationships is right if the type or one of its base types has a property with exactly this name. All rows of types that exist in the CSDL are counted, including those that cannot be read.
- **types of properties**: of the same rows, those with the right type, including whether it is a collection. Letter case and other names of primitive types (\`DateTime\`) are ignored.
- **types of properties, as written**: the same, but letter case and other names count as wrong, such as \`string\` for \`String\`.
- **members of enums**: a list is right if its names are exactly those in the CSDL, including \`unknownFutureValue\`. Measured for pages that document a single enum, and for every enum with a list anywhere: on its own page, else in a table, else in a description.
- **base types**: of the types that have a page, and in the CSDL a base type other than \`microsoft.graph.entity\`, those with the right base type.
- **request lines**: a path is right if it exists in the container of the CSDL: it ends with an entity set or singleton, a navigation or structural property, an operation or a cast.
- **example bodies**: of the JSON bodies on API pages, those that can be read, after repair of syntax errors.
- **return types**: of the requests with a documented return type, those with the type of the path in the CSDL or a type derived from it, including whether it is a collection.
`;

const CAUSES = `## Causes of the differences

Except for rows that cannot be read, every difference is an error of the pages or of the CSDL. When both are read together, the CSDL takes precedence: another type, base type, member or letter case is a warning with both positions, and properties that only pages document are added.
`;
