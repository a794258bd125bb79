import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { describeKnownFaults } from "../audit/find-known-faults.js";
import { describeWithCorpus } from "../support/corpus.js";
import { baseScores } from "./bases.js";
import { enumScores } from "./enums.js";
import { propertyScores } from "./properties.js";
import { type Score, scoreTable, shareOf, tablesOfCauses, total } from "./score.js";
import { typeScores } from "./types-of-properties.js";
import { exampleScores } from "./example-bodies.js";
import { requestLineScores } from "./request-lines.js";
import { returnTypeScores } from "./return-types.js";
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

describeWithCorpus("the reference pages of 2021 against the CSDL of the same day", () => {
  let scores: readonly Score[] = [];

  beforeAll(() => {
    scores = scorers.flatMap((scorer) => {
      const [first = [], ...others] = versions().map(scorer);
      return first.map((score, index) => total([score, ...others.flatMap((list) => list[index] ?? [])]));
    });
  }, 300_000);

  it("reach their floors", () => {
    process.stdout.write(`\n${scoreTable(scores)}\n`);
    expect(scores.filter((score) => shareOf(score) < score.floor).map(({ what }) => what)).toEqual([]);
    expect(scores.filter(({ of }) => of === 0)).toEqual([]);
  });

  it("are in the documentation, with the causes of what is left", async () => {
    const text = `${INTRODUCTION}\n${scoreTable(scores)}\n\n${CAUSES}\n${tablesOfCauses(scores)}\n`;
    const path = fileURLToPath(new URL("../../docs/reference-pages.md", import.meta.url));
    await expect(text).toMatchFileSnapshot(path);
  });
});

describeKnownFaults(versions);

const INTRODUCTION = `# How well reference pages are read

The reference pages of Microsoft Graph of July 2021, beta and v1.0, are read and held against the CSDL that the service published on the same day. What is scored is what the pages alone say: the CSDL is only there to compare with. The pages are written by people and err, so that no reader reaches 100 %.

\`npx vitest run test/floors\` measures it again and fails when a share falls below its floor; with \`--update\` it writes this page.

- **property names**: a row of a table of properties or relationships is right when the type or a base of it has a property of exactly that name. Rows of types that the CSDL has are counted, those that cannot be read too.
- **types of properties**: of the same rows, those whose property has that type, a collection told from a single value. Letter case does not count, nor that a primitive type goes by another name (\`DateTime\`).
- **types of properties, as written**: the same where these do count; \`string\` for \`String\` does not.
- **members of enums**: the set of names is exactly that of the CSDL; a missing \`unknownFutureValue\` counts. Once for the pages that describe one enum each, once for every enum that is listed anywhere: by its own page, else in a table, else in a description.
- **base types**: of the types that have a page and in the CSDL a base other than \`microsoft.graph.entity\`.
- **request lines**: the path leads to something in the CSDL's container: a set, a navigation or structural property, an operation, a cast.
- **example bodies**: of the bodies on api pages that are JSON by nature, those that are read, faults of notation mended.
- **return types**: of the requests whose page names what they return, those where type and multiplicity are the ones that the path has in the CSDL, or a type derived from it.
`;

const CAUSES = `## What is left, and why

Whatever the CSDL denies is a fault of the pages, or of the CSDL, unless the cause says that a row cannot be read. When both are read together the CSDL stands: another type, base, member or letter case is a warning with both places, and a property that only a page has is added.
`;
