/** Numbers, dates, times and durations are compared exactly. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbers, times, type Compare } from "../../src/runtime/json/exact-value.js";
import { create } from "../../src/runtime/json/check-strict.js";
import { valueSchema } from "../../src/runtime/schemas/schema.js";
import * as v from "../../src/runtime/validation.js";

/** Groups of equal values, from the least to the greatest; each value is compared with each. */
function expectOrder(compare: Compare, groups: readonly (readonly string[])[]): void {
  const ranked = groups.flatMap((group, rank) => group.map((text) => ({ text, rank })));
  for (const a of ranked) {
    for (const b of ranked) {
      expect(Math.sign(compare(a.text, b.text)), `${a.text} and ${b.text}`).toBe(Math.sign(a.rank - b.rank));
    }
  }
}

describe("numbers", () => {
  it("are in order, whatever their notation", () => {
    expectOrder(numbers, [
      ["-1e400"],
      ["-9007199254740993", "-9007199254740993.0"],
      ["-9007199254740992"],
      ["-0.30000000000000001"],
      ["-0.3", "-3e-1"],
      ["0", "-0", "0.000", "0e9", "+0"],
      ["1e-400"],
      ["0.1", "00.10", "+1E-1"],
      ["0.10000000000000001"],
      ["9007199254740992", "9.007199254740992e15"],
      ["9007199254740993"],
      ["1e400"],
    ]);
  });

  it("are compared like those of JavaScript where these are exact", () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(double, double, (a, b) => {
        expect(Math.sign(numbers(a, String(b)))).toBe(Math.sign(a < b ? -1 : a > b ? 1 : 0));
      }),
    );
  });

  it("that are none cannot be compared, except infinite ones", () => {
    expect(["x", "", "NaN", null, true, {}].map((value) => numbers(value, "1"))).toEqual(Array(6).fill(NaN));
    expect([numbers("INF", "1e999"), numbers("-INF", "-1e999")]).toEqual([1, -1]);
  });
});

describe("times", () => {
  it("dates are in order", () => {
    expectOrder(times, [
      ["-12345-01-01"],
      ["-0001-12-31"],
      ["0000-01-01"],
      ["2019-12-31"],
      ["2020-02-29"],
      ["12020-02-28"],
    ]);
  });

  it("instants are in order, whatever their offsets and fractions", () => {
    expectOrder(times, [
      ["0000-02-29T23:59:59.999999999999Z"],
      ["0000-03-01T00:00Z", "0000-02-29T22:30:00.0-01:30"],
      ["1999-12-31T23:59:59Z", "2000-01-01T00:59:59.000+01:00"],
      ["2000-01-01T00:00Z", "1999-12-31T19:00:00-05:00", "1999-12-31T23:59:60Z"],
      ["2000-01-01T00:00:00.000000000001Z"],
      ["2000-01-01T00:00:00.1Z", "2000-01-01t00:00:00.10z"],
      ["98765432109876543210-01-01T00:00Z"],
    ]);
  });

  it("instants are compared like those of JavaScript", () => {
    const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") });
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(Math.sign(times(a.toISOString(), b.toISOString()))).toBe(Math.sign(a.getTime() - b.getTime()));
      }),
    );
  });

  it("times of day are in order", () => {
    expectOrder(times, [["00:00", "00:00:00.000"], ["07:59:59.999"], ["08:00"], ["23:59:59"], ["23:59:59.1"]]);
  });

  it("durations are in order, by what they add up to", () => {
    expectOrder(times, [
      ["-P1D", "-PT24H"],
      ["-PT1.5S"],
      ["-PT1.000000000000000000001S"],
      ["PT0S", "-PT0S", "P0D"],
      ["PT0.000000000000000000001S"],
      ["PT1M", "PT60S", "pt60.0s"],
      ["P1DT1H1M1S", "PT90061S"],
      ["P99999999999999999999D"],
    ]);
  });

  it("other texts cannot be compared", () => {
    expect(["", "x", "2020", 5, null].map((value) => times(value, "2020-01-01"))).toEqual(Array(5).fill(NaN));
  });
});

describe("rules", () => {
  const rules: readonly v.ValueCheck[] = [
    (value, context, name) => v.minimum(value, context, name, "5"),
    (value, context, name) => v.below(value, context, name, "PT1S", v.times),
    (value, context, name) => v.multipleOf(value, context, name, "3"),
  ];

  it("end with values of any length, which have no form and are reported as that", () => {
    const digits = "9".repeat(10_000_000);
    const judged = rules.map((rule) => [digits, `P${digits}D`].map((value) => valueSchema(rule, create).is(value)));
    expect(judged).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ]);
  });
});
