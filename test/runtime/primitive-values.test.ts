import { describe, expect, test } from "vitest";
import { read } from "../../src/runtime/json/check-context.js";
import { valueSchema } from "../../src/runtime/schemas/schema.js";
import * as v from "../../src/runtime/validation.js";

function accepts(check: v.ValueCheck, value: unknown): boolean {
  return valueSchema(check, read).is(value);
}

function code(check: v.ValueCheck, value: unknown): string {
  const result = valueSchema(check, read).validate(value);
  return result.ok ? "ok" : String(result.issues[0]?.code);
}

function short(value: unknown): boolean {
  return accepts((x, c, name, flags) => v.string(x, c, name, flags, 2), value);
}

describe("text", () => {
  test("days that do not exist are refused", () => {
    const days = ["2024-02-29", "2000-02-29", "0000-02-29", "-0004-02-29", "12024-02-29", "2023-12-31"];
    const none = [
      "2023-02-29",
      "1900-02-29",
      "2024-02-30",
      "2024-04-31",
      "2024-13-01",
      "2024-00-01",
      "2024-01-00",
      "02024-02-29",
      "024-02-29",
    ];
    expect(days.filter((day) => !accepts(v.date, day))).toEqual([]);
    expect(none.filter((day) => accepts(v.date, day))).toEqual([]);
    expect(none.filter((day) => accepts(v.dateTimeOffset, `${day}T00:00Z`))).toEqual([]);
  });

  test("fractions have twelve digits at most", () => {
    expect(accepts(v.dateTimeOffset, "2024-01-01T00:00:00.123456789012Z")).toBe(true);
    expect(accepts(v.dateTimeOffset, "2024-01-01T00:00:00.1234567890123Z")).toBe(false);
    expect(accepts(v.dateTimeOffset, "2024-01-01T00:00:00")).toBe(false);
    expect(accepts(v.dateTimeOffset, "2024-01-01T00:00:00-14:00")).toBe(true);
  });

  test("a duration has at least one part", () => {
    expect(["P1D", "PT0S", "-PT1H2M", "P3DT0.5S"].filter((value) => !accepts(v.duration, value))).toEqual([]);
    expect(["P", "PT", "P1DT", "PT.5S", "1D", "P1W"].filter((value) => accepts(v.duration, value))).toEqual([]);
  });

  test("base64 in both alphabets, with or without padding, and no bits too many", () => {
    expect(
      ["", "Zg", "Zg==", "Zm8", "Zm8=", "Zm9v", "-_A=", "+/A="].filter((value) => !accepts(v.binary, value)),
    ).toEqual([]);
    expect(
      ["Z", "Zg=", "Zm9v=", "Zm9v==", "Zh", "Zm9", "Zm9=", "Zm9v!", "=", "==", "a=b="].filter((value) =>
        accepts(v.binary, value),
      ),
    ).toEqual([]);
    expect(accepts(v.binary, "A".repeat(20_000_000))).toBe(true);
  });

  test("that is huge is judged by its form, and exhausts no stack", () => {
    const digits = "9".repeat(10_000_000);
    const types = [v.date, v.timeOfDay, v.dateTimeOffset, v.duration, v.guid, v.binary, v.int64, v.decimal];
    for (const value of [digits, `${digits}-01-01`, `P${digits}`, `1.${digits}x`, "=".repeat(10_000_000)]) {
      expect(types.map((check) => code(check, value)).filter((said) => said !== "ok" && said !== "format")).toEqual([]);
    }
    expect(accepts(v.date, `${"9".repeat(990)}-01-01`)).toBe(true);
    expect(accepts(v.duration, `PT0.${"9".repeat(990)}S`)).toBe(true);
    expect(code(v.duration, `PT0.${"9".repeat(1000)}S`)).toBe("format");
  });

  test("length is counted in characters", () => {
    expect([short("ab"), short("abc"), short("😀😀"), short("😀😀😀")]).toEqual([true, false, true, false]);
  });
});

describe("numbers", () => {
  const ranges: [string, v.ValueCheck, number, number][] = [
    ["byte", v.byte, 0, 255],
    ["sbyte", v.sbyte, -128, 127],
    ["int16", v.int16, -32768, 32767],
    ["int32", v.int32, -2147483648, 2147483647],
  ];
  test.each(ranges)("%s", (_, check, low, high) => {
    expect([code(check, low), code(check, high), code(check, 0), code(check, -0)]).toEqual(["ok", "ok", "ok", "ok"]);
    expect([low - 1, high + 1, 0.5, Number.NaN, Infinity].map((value) => code(check, value))).toEqual(
      Array(5).fill("range"),
    );
    expect(code(check, "1")).toBe("type");
  });

  test("int64", () => {
    expect(
      ["9223372036854775807", "-9223372036854775808", "+1", "007", 2 ** 53 - 1].filter(
        (value) => !accepts(v.int64, value),
      ),
    ).toEqual([]);
    expect([2 ** 53, 0.5, "9223372036854775808", "-9223372036854775809"].map((value) => code(v.int64, value))).toEqual(
      Array(4).fill("range"),
    );
    expect(["", "1.0", "1e3", "0x1", " 1"].map((value) => code(v.int64, value))).toEqual(Array(5).fill("format"));
  });

  test("decimal", () => {
    expect(
      [0.1, -5, "79228162514264337593543950335.01", "1e-101"].filter((value) => !accepts(v.decimal, value)),
    ).toEqual([]);
    expect([2 ** 53, Infinity, Number.NaN].map((value) => code(v.decimal, value))).toEqual(Array(3).fill("range"));
    expect(["", "1,5", ".5", "abc", "nan", "inf", "-Inf"].map((value) => code(v.decimal, value))).toEqual(
      Array(7).fill("format"),
    );
  });

  test("double and single", () => {
    expect([1e308, "INF", "-INF", "NaN"].filter((value) => !accepts(v.double, value))).toEqual([]);
    expect([3.4e38, "INF", "-INF", "NaN"].filter((value) => !accepts(v.single, value))).toEqual([]);
    expect([code(v.single, 3.5e38), code(v.double, Infinity), code(v.double, "1.5"), code(v.double, true)]).toEqual([
      "range",
      "range",
      "type",
      "type",
    ]);
  });
});

test("a value of any primitive type is a string, a finite number or a boolean", () => {
  expect(["", "x", 0, 1.5, false].filter((value) => !accepts(v.primitive, value))).toEqual([]);
  expect([{}, [], { type: "Point" }].map((value) => code(v.primitive, value))).toEqual(Array(3).fill("type"));
  expect([code(v.primitive, Infinity), code(v.primitive, null)]).toEqual(["range", "null"]);
});
