import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
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

describeWithCorpus("the reference pages of 2021 against the CSDL of the same day", () => {
  let scores: readonly Score[] = [];

  beforeAll(() => {
    const versions = readVersions();
    scores = scorers.flatMap((scorer) => {
      const [first = [], ...others] = versions.map(scorer);
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

const INTRODUCTION = `# How well reference pages are read

The reference pages of Microsoft Graph of July 2021, beta and v1.0, are read without CSDL and compared with the CSDL that the service published on the same day. The pages are written by hand and contain errors, so no reader can reach 100 %.

\`npx vitest run test/floors\` repeats the measurement and fails when a share is below its floor; with \`--update\` it writes this page.

- **property names**: a row of a table of properties or relationships is right if the type or one of its bases has a property of exactly that name. All rows of types in the CSDL are counted, including rows that cannot be read.
- **types of properties**: of the same rows, those whose property has that type; a collection and a single value are different types. Letter case and other names of primitive types (\`DateTime\`) are ignored.
- **types of properties, as written**: the same with letter case and names of primitive types; \`string\` for \`String\` is wrong.
- **members of enums**: the set of names is exactly that of the CSDL; a list without \`unknownFutureValue\` is wrong. Measured once for pages about one enum, and once for the best list of each enum: on its own page, else in a table, else in a description.
- **base types**: of the types that have a page, and in the CSDL a base other than \`microsoft.graph.entity\`, those with the same base.
- **request lines**: the path leads to an element of the CSDL's container: a set, a navigation or structural property, an operation, a cast.
- **example bodies**: of the JSON bodies on api pages, those that are read, if necessary after a repair.
- **return types**: of the requests whose page names a return type, those where the path has the same type in the CSDL, or a base of it, and the same multiplicity.
`;

const CAUSES = `## What is left, and why

A difference is an error of the pages or of the CSDL, unless its cause is a row that cannot be read. If both are inputs, the CSDL is used: another type, base, member or letter case is a warning with both places, and a property that only a page has is added.
`;
