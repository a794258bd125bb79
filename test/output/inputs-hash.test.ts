import { describe, expect, it } from "vitest";
import { inputsHash } from "../../src/output/content-hash.js";

describe("inputsHash", () => {
  it("depends on texts and options alone, not on their order or line ends (r08)", () => {
    const hash = inputsHash([{ text: "<a>\n</a>" }, { text: "<b/>" }], {
      emit: ["types"],
      runtime: "inline",
      namespace: undefined,
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(inputsHash([{ text: "<b/>" }, { text: "<a>\r\n</a>" }], { runtime: "inline", emit: ["types"] })).toBe(hash);
    expect(inputsHash([{ text: "<a></a>" }, { text: "<b/>" }], { emit: ["types"], runtime: "inline" })).not.toBe(hash);
    expect(inputsHash([{ text: "<a>\n</a>" }, { text: "<b/>" }], { emit: ["types"], runtime: "package" })).not.toBe(
      hash,
    );
  });
});
