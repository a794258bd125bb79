import { fileURLToPath } from "node:url";
import { beforeAll, expect, inject, it } from "vitest";
import { describeWithCorpus } from "../../support/corpus.js";
import { full } from "../../support/full.js";
import { documentation, faultsOf } from "./documentation.js";
import { measure, SAMPLE, type Measured, type Pair } from "./measured.js";
import { verdicts } from "./verdicts.js";

const beta: Pair = {
  name: "beta, July 2021",
  inputs: ["graph/beta-2021-07.csdl", "docs/api-reference/beta"],
  floor: 89,
};

/** All of beta takes as long as all others together. */
const pairs: readonly Pair[] = [
  { name: "v1.0, July 2021", inputs: ["graph/v1.0-2021-07.csdl", "docs/api-reference/v1.0"], floor: 90 },
  ...(full ? [beta] : []),
  { name: "modern pages", inputs: ["graph/v1.0-2026-08.csdl", "docs/modern/api-reference"], floor: 100 },
];

describeWithCorpus("the example bodies of the reference pages", () => {
  const measured: Measured[] = [];

  beforeAll(async () => {
    for (const pair of pairs) measured.push(await measure(pair, inject("runFolder")));
  }, 600_000);

  it.each(pairs)("are accepted by the generated validators: $name", (pair) => {
    const { accepted = 0, refused = 1 } = measured.find((one) => one.pair === pair) ?? {};
    expect((100 * accepted) / (accepted + refused)).toBeGreaterThanOrEqual(pair.floor);
  });

  it("are refused for no fault of the validators, in a sample that was read", () => {
    expect(measured[0]?.sample).toEqual(verdicts.map(({ body, path, message }) => ({ body, path, message })));
    expect(verdicts.length).toBe(SAMPLE);
    expect(verdicts.filter(({ whose }) => whose === "ours")).toEqual([]);
  });

  it.each(pairs)("are refused with a fault, at its path: $name", (pair) => {
    const one = measured.find((other) => other.pair === pair);
    const { found, survived } = one === undefined ? { found: 0, survived: 1 } : faultsOf(one);
    expect(one?.elsewhere).toEqual([]);
    expect((100 * found) / (found + survived)).toBeGreaterThanOrEqual(99);
  });

  it.skipIf(!full)("are in the documentation, with the causes of what is left", async () => {
    const path = fileURLToPath(new URL("../../../docs/example-bodies.md", import.meta.url));
    await expect(documentation(measured)).toMatchFileSnapshot(path);
  });
});
