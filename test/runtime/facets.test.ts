/** Facets of types, as validators check them of what is read and of what is written (CSDL 4.01 §7.2). */
import { describe, expect, it } from "vitest";
import { read } from "../../src/runtime/json/check-context.js";
import type { Digits } from "../../src/runtime/json/check-number.js";
import { create } from "../../src/runtime/json/check-strict.js";
import { valueSchema } from "../../src/runtime/schemas/schema.js";
import * as v from "../../src/runtime/validation.js";

/** The values that a check refuses, reading and writing alike. */
function refused(check: v.ValueCheck, values: readonly unknown[]): readonly unknown[] {
  const [reading, writing] = [read, create].map((mode) =>
    values.filter((value) => !valueSchema(check, mode).is(value)),
  );
  expect(writing).toEqual(reading);
  return reading ?? [];
}

function said(check: v.ValueCheck, value: unknown): readonly (readonly [code: string, message: string])[] {
  return (valueSchema(check, read).validate(value).issues ?? []).map(({ code, message }) => [code, message] as const);
}

function decimal(...digits: Digits): v.ValueCheck {
  return (value, context, name, flags) => v.decimal(value, context, name, flags, digits);
}

describe("precision and scale of a decimal", () => {
  it.each<[text: string, check: v.ValueCheck, accepted: readonly unknown[], refused: readonly unknown[]]>([
    ["3 and 2", decimal(3, 2), ["1.23", "0.23", "3.14", 0.7, "-9.99", "007.10", "0.500", "0"], ["123", 12.3, "1.234"]],
    ["equal", decimal(2, 2), [0.23, "0.7", "-0.99"], ["1.23", 1.2, 1]],
    ["3 and variable", decimal(3), ["0.123", 1.23, 0.7, 123, "12.3", "100"], [12.34, "1234", "123.4", "0.0001"]],
    [
      "7 and floating",
      decimal(7, "floating"),
      ["-1.234567e3", "1e-101", "9.999999e96", "12345670000", "INF", "-INF", "NaN"],
      ["12345678", 1.2345678, "nan"],
    ],
    [
      "of the scale alone",
      decimal(Infinity, 0),
      ["1e3", "1.000", 5, "1.5e1", "100000000000000000000000"],
      [0.5, "1.5e0"],
    ],
    ["15 and 2", decimal(15, 2), [1.5e-1, 0.07, "1E-2", "-1234567890123.45"], [1e-7, "12345678901234", "INF", "NaN"]],
  ])("%s", (_, check, accepted, wrong) => {
    expect(refused(check, [...accepted, ...wrong])).toEqual(wrong);
  });

  it("are named where a value breaks them", () => {
    expect(said(decimal(7, 2), "1.234")).toEqual([
      ["range", "must be a number with at most 5 digits before the point and 2 decimal places"],
    ]);
    expect(said(decimal(Infinity, 2), 1.234)).toEqual([["range", "must be a number with at most 2 decimal places"]]);
    expect(said(decimal(2), 123)).toEqual([["range", "must be a number of at most 2 digits"]]);
    expect(said(decimal(2, "floating"), 123)).toEqual([["range", "must be a number of at most 2 significant digits"]]);
    expect(said(decimal(2, 1), "INF")).toEqual([["format", "must be a decimal number"]]);
    expect(said(decimal(2, 1), "1.")).toEqual([["format", "must be a decimal number"]]);
    expect(said(decimal(2, 1), true)).toEqual([
      ["type", "must be a number; beyond 2^53 JSON numbers lose digits, so it must be a string"],
    ]);
  });
});

describe("the precision of times", () => {
  const types: readonly [check: typeof v.duration, around: (fraction: string) => string][] = [
    [v.dateTimeOffset, (fraction) => `2020-01-01T10:00:59${fraction}Z`],
    [v.dateTimeOffset, (fraction) => `2020-01-01T10:00:59${fraction}+01:30`],
    [v.timeOfDay, (fraction) => `10:00:59${fraction}`],
    [v.duration, (fraction) => `-P1DT59${fraction}S`],
  ];
  it.each(types)("%o", (check, around) => {
    const of =
      (precision: number): v.ValueCheck =>
      (value, context, name, flags) =>
        check(value, context, name, flags, precision);
    const [none, zeros, three, padded, four] = ["", ".0000000", ".123", ".1230000", ".0001"].map(around);
    expect(refused(of(0), [none, zeros, three, padded, four])).toEqual([three, padded, four]);
    expect(refused(of(3), [none, zeros, three, padded, four])).toEqual([four]);
    expect(refused(of(12), [none, zeros, three, padded, four])).toEqual([]);
    expect(refused(check, [none, zeros, three, padded, four])).toEqual([]);
    expect(said(of(3), four)).toEqual([["range", "must be a value with at most 3 decimal places of seconds"]]);
    expect(said(of(0), `x${three}`).map(([code]) => code)).toEqual(["format"]);
  });
});

describe("lengths", () => {
  const string =
    (limit: number): v.ValueCheck =>
    (value, context, name, flags) =>
      v.string(value, context, name, flags, limit);
  const ascii =
    (limit?: number): v.ValueCheck =>
    (value, context, name, flags) =>
      v.ascii(value, context, name, flags, limit);
  const binary =
    (limit: number): v.ValueCheck =>
    (value, context, name, flags) =>
      v.binary(value, context, name, flags, limit);

  it("of strings are counted in characters", () => {
    const texts = ["", "ab", "😀😀", "é", "abc", "😀😀😀", "a😀b", "\ud83d\ud83d\ud83d", "abcde"];
    expect(refused(string(2), texts)).toEqual(["abc", "😀😀😀", "a😀b", "\ud83d\ud83d\ud83d", "abcde"]);
    expect(said(string(2), "abc")).toEqual([["range", "must be a string of at most 2 characters"]]);
  });

  it("of binary values are counted in bytes", () => {
    const texts = ["", "Zg", "Zg==", "Zm8=", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYg=="];
    expect(refused(binary(2), texts)).toEqual(["Zm9v", "Zm9vYg", "Zm9vYg=="]);
    expect(said(binary(2), "Zm9v")).toEqual([["range", "must be base64url text of at most 2 bytes"]]);
    expect(said(binary(2), "Zm9")).toEqual([["format", "must be base64url text"]]);
  });

  it("come with the characters of ASCII", () => {
    expect(refused(ascii(), ["", "a~\n", "\u007f", "\u0080", "é", "😀"])).toEqual(["\u0080", "é", "😀"]);
    expect(refused(ascii(2), ["ab", "abc"])).toEqual(["abc"]);
    expect(said(ascii(), "é")).toEqual([["format", "must be a string of ASCII characters"]]);
    expect(said(ascii(), 1)).toEqual([["type", "must be a string"]]);
  });

  it("of huge values end", () => {
    const texts = ["a".repeat(50_000_000), "😀".repeat(5_000_000), "é".repeat(10_000_000)];
    expect(refused(string(100), texts)).toHaveLength(3);
    expect(refused(string(10_000_000), texts)).toEqual(texts.slice(0, 1));
    expect(refused(ascii(), texts)).toHaveLength(2);
    expect(refused(binary(100), ["A".repeat(10_000_000)])).toHaveLength(1);
    expect(refused(decimal(5, 2), ["9".repeat(10_000_000), `0.${"0".repeat(10_000_000)}1`])).toHaveLength(2);
    expect(refused(decimal(5, 2), [`${"0".repeat(490)}1.5${"0".repeat(490)}`])).toEqual([]);
  });
});
