import { describe, expect, it } from "vitest";
import { judgePattern } from "../../src/patterns/pattern-safety.js";

describe("a pattern is used", () => {
  it.each([
    "^0x[0-9A-Fa-f]{1,64}$",
    "^([0-9A-Fa-f]{2}){0,1024}$",
    "^0[xX](([a-fA-F]|[0-9]){2}){2}$",
    "^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$",
    "^([a-z0-9]+\\.)*[a-z]+$",
    "^(([0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:)$",
    "^(a|ab)*$",
    "^(?:a?|b?)*c",
    "^[a-z]+@[a-z]+$",
    "^\\S+(\\s\\S+)*$",
    "^(?=.*\\d)(?=.*[a-z]).{8,}$",
    "^[\\p{L}_][\\p{L}\\p{Nd}]*$",
    "^(\\.[\\w-]+)+@(?:[^a])*$",
    "^(?:(?=b*)a)*$",
    "a/;globalThis.PWNED=1;/",
  ])("%s", (pattern) => {
    expect(judgePattern(pattern)).toEqual({ kind: "usable", flags: "u" });
  });

  it("without the Unicode flag where it is valid only so", () => {
    expect(judgePattern("^[\\w\\-]+\\-\\_$")).toEqual({ kind: "usable", flags: "" });
  });
});

describe("a pattern is used on texts of up to 10,000 characters, since its time grows with their square", () => {
  it.each(["a+$", "[a-z ]+$", "(?:a?|b?)*c", "^a*a*$", "^.*foo.*$", "^a|b+$", "^(?=\\s*\\s*a)b"])("%s", (pattern) => {
    expect(judgePattern(pattern)).toEqual({ kind: "usable", flags: "u", longest: 10_000 });
  });
});

describe("a pattern can take exponential time", () => {
  it.each([
    ["a repetition of a repetition", "^(a+)+$"],
    ["one that may be empty", "(a*)*"],
    ["one with something optional beside", "(\\w+\\s?)+$"],
    ["two ways to match one character", "^(a|a)*$"],
    ["that overlap", "^(?:\\d|[5-7])*$"],
    ["two ways to match more", "^(\\d+|\\d+\\.\\d+)*$"],
    ["two lengths", "(?:a{1,3})*"],
    ["repetitions side by side", "(x+x+)+y"],
    ["rounds that are many", "(a|a){30}"],
    ["rounds of rounds", "((a{1,10}){1,10}){1,10}"],
    ["an assertion", "(?=(a+)+$)a"],
    ["what it matched before", "(?:(a+)\\1)+"],
    ["characters written in two ways", "(\u00e9|\\xe9)*"],
    ["capital digits", "(\\u{E9}|\\u00E9)*"],
    ["capital digits without the Unicode flag", "(\\u00E9|\\xE9)*\\-"],
    ["control characters", "(\\cJ|\\n)*"],
    ["a set and a character in it", "(?:[\\]a]|a)*"],
    ["the third power", "^a*a*a*$"],
    ["the third power of a search", "a*a*b"],
  ])("%s", (_, pattern) => {
    expect(judgePattern(pattern)).toEqual({ kind: "unsafe" });
  });
});

it("what is no regular expression is invalid", () => {
  expect(judgePattern("(unclosed")).toMatchObject({ kind: "invalid" });
});

it("nesting and length have limits, without an end of the stack", () => {
  expect(judgePattern("x".repeat(5000))).toEqual({ kind: "unsafe" });
  expect(judgePattern(`${"(".repeat(1500)}a${")".repeat(1500)}*`).kind).toBe("usable");
});
