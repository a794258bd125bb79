import { describe, expect, it } from "vitest";
import { judgePattern } from "../../src/patterns/pattern-safety.js";

function judged(source: string): string {
  const verdict = judgePattern(source);
  if (verdict.kind !== "usable") return verdict.kind;
  return `${verdict.flags || "no flag"}${verdict.longest === undefined ? "" : ` up to ${verdict.longest}`}`;
}

describe("a pattern that takes time in proportion to the text", () => {
  it.each([
    "",
    "abc",
    "a|b",
    "^a*$",
    "^a+b+$",
    "^(a|b)*$",
    "^(ab)*c$",
    "^[a-z]+@[a-z]+$",
    "^a{2,3}$",
    "^(a{2,3}b)*$",
    "^\\d{4}-\\d{2}-\\d{2}$",
    "^(?:[A-Z]{2}\\d{3})+$",
    "^(a?b)*$",
    "^(?=a)b*$",
    "^\\p{L}+\\d+$",
    "^(?:a|bc)+d$",
  ])("%s", (source) => expect(judged(source)).toBe("u"));
});

describe("a pattern that takes time by the square of the text, so that it is limited", () => {
  it.each([
    "a+$",
    "a*b",
    "^a*a*$",
    "^\\d+\\d+$",
    "^.*x.*$",
    "^\\w+\\d+$",
    "x|^a+b",
    "^(?=a*a*$)b",
    "[a-z]+@",
    "^a*[^b]*$",
  ])("%s", (source) => expect(judged(source)).toBe("u up to 10000"));
});

describe("a pattern that may take far longer", () => {
  it.each([
    "^(a+)+$",
    "^(a*)*$",
    "^(a|a)*$",
    "^(a|a?)*b*$",
    "^(.|\\s)*$",
    "^(\\w|\\d)+$",
    "^(a|aa)+$",
    "^(a?a?)*$",
    "^(?=(a+)+$)b",
    "^((a+)+){2,9}$",
    "a*a*$",
    "^a*a*a*$",
    "^(a)\\1*$",
    "^(?<n>a*)\\k<n>$",
    "^(a{1,20}){1,20}$",
    `^(${"a".repeat(4000)})*$`,
  ])("%s", (source) => expect(judged(source)).toBe("unsafe"));
});

describe("a pattern that is none", () => {
  it.each(["(", "a)", "[a", "*", "a{2,1}", "(?<n>a)(?<n>b)"])("%s", (source) => {
    const verdict = judgePattern(source);
    expect(verdict).toMatchObject({
      kind: "invalid",
      reason: expect.stringContaining("Invalid regular expression") as string,
    });
  });
});

it("a pattern that is valid without the flag u alone is used without it", () => {
  expect(["\\-a", "a{", "^\\_+$", "a+\\-$"].map(judged)).toEqual([
    "no flag",
    "no flag",
    "no flag",
    "no flag up to 10000",
  ]);
});

it("a pattern without repetitions is used however it is made", () => {
  expect(judged("(a)\\1")).toBe("u");
  expect(judged(`${"a".repeat(4000)}`)).toBe("u");
  expect(judged(`${"a".repeat(4001)}`)).toBe("unsafe");
});
