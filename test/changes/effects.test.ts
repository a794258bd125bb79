/** Every change of the small services, with its effects, in one file to read. */
import { describe, expect, it } from "vitest";
import { audiences, type Changes } from "../../src/changes/change.js";
import { moreCases } from "./more-cases.js";
import { relationCases } from "./relation-cases.js";
import { metadataOf, sourceCases, type Version } from "./source-cases.js";
import { changesOf } from "./two-texts.js";

const cases: readonly (readonly [string, { readonly before: Version; readonly after: Version }])[] = [
  ...Object.entries(sourceCases),
  ...Object.entries(moreCases),
  ...Object.entries(relationCases),
];

function linesOf(changes: Changes | undefined): readonly string[] {
  return (changes?.changes ?? []).map(({ code, element, effects, message }) => {
    const letters = audiences.map((audience) => effects[audience].slice(0, 1)).join("/");
    return `    ${letters} ${code} ${element}: ${message}`;
  });
}

describe("effects", () => {
  it("are as listed: for readers, writers and source none, compatible or breaking", async () => {
    const lines: string[] = [];
    for (const [name, { before, after }] of cases) {
      const there = await changesOf(metadataOf(before), metadataOf(after), { keepNames: false });
      const back = await changesOf(metadataOf(after), metadataOf(before), { keepNames: false });
      lines.push(
        name,
        `  there, ${there?.verdict}`,
        ...linesOf(there),
        `  back, ${back?.verdict}`,
        ...linesOf(back),
        "",
      );
    }
    await expect(lines.join("\n")).toMatchFileSnapshot("effects.txt");
  });
});
