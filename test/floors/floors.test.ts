import { beforeAll, expect, it } from "vitest";
import { describeWithCorpus } from "../support/corpus.js";
import { exampleScores } from "./example-bodies.js";
import { propertyScores } from "./properties.js";
import { requestLineScores } from "./request-lines.js";
import { returnTypeScores } from "./return-types.js";
import { type Score, shareOf, tablesOf, total } from "./score.js";
import { readVersions, type Version } from "./versions.js";

/** Each makes scores of one version, always the same ones in the same order. */
const scorers: readonly ((version: Version) => readonly Score[])[] = [
  propertyScores,
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
    process.stdout.write(`\n${tablesOf(scores)}\n`);
    expect(scores.filter((score) => shareOf(score) < score.floor).map(({ what }) => what)).toEqual([]);
    expect(scores.filter(({ of }) => of === 0)).toEqual([]);
  });
});
