import { describe, expect, test } from "vitest";
import { readValue, writeValue } from "../../../src/runtime/v2/values/named.js";

/** A value in JSON of OData 2.0, and as an app sees it. */
type Pair = readonly [kind: string, wire: unknown, app: unknown];

const both: readonly Pair[] = [
  ["DateTime", "/Date(0)/", "1970-01-01T00:00:00"],
  ["DateTime", "/Date(1577934245678)/", "2020-01-02T03:04:05.678"],
  ["DateTime", "/Date(-3852662400000)/", "1847-12-01T00:00:00"],
  ["DateTime", "/Date(-62135596800000)/", "0001-01-01T00:00:00"],
  ["DateTime", "/Date(253402300799999)/", "9999-12-31T23:59:59.999"],
  ["DateTime", "/Date(-1)/", "1969-12-31T23:59:59.999"],
  ["DateTimeOffset", "/Date(1577934245000+0000)/", "2020-01-02T03:04:05Z"],
  ["DateTimeOffset", "/Date(-1+0000)/", "1969-12-31T23:59:59.999Z"],
  ["Time", "PT01H02M03S", "PT01H02M03S"],
  ["Time", "PT11H22M33.5S", "PT11H22M33.5S"],
  ["Int64", "9007199254740993", "9007199254740993"],
  ["Decimal", "-0.10", "-0.10"],
  ["Double", "0.5", 0.5],
  ["Double", "-INF", "-INF"],
  ["Single", "1.5", 1.5],
];

const read: readonly Pair[] = [
  ["DateTime", "/Date(1577934245000+0060)/", "2020-01-02T03:04:05"],
  ["DateTime", "2020-01-02T03:04:05", "2020-01-02T03:04:05"],
  ["DateTime", "2020-01-02T03:04:05Z", "2020-01-02T03:04:05"],
  ["DateTimeOffset", "/Date(1577934245000)/", "2020-01-02T03:04:05Z"],
  ["DateTimeOffset", "/Date(1577934245000+0060)/", "2020-01-02T03:04:05+01:00"],
  ["DateTimeOffset", "/Date(1577934245000-330)/", "2020-01-02T03:04:05-05:30"],
  ["DateTimeOffset", "2020-01-02T03:04:05.1234567+01:00", "2020-01-02T03:04:05.1234567+01:00"],
  ["DateTime", "/Date(soon)/", "/Date(soon)/"],
  ["DateTime", "/Date(99999999999999999)/", "/Date(99999999999999999)/"],
  ["DateTime", null, null],
  ["Int64", 5, "5"],
  ["Decimal", 11.11, "11.11"],
  ["Double", 0.5, 0.5],
  ["Double", "NaN", "NaN"],
  ["Double", "", ""],
  ["Double", "1e999", "1e999"],
];

const written: readonly Pair[] = [
  ["DateTime", "/Date(0)/", "1970-01-01T00:00"],
  ["DateTime", "/Date(500)/", "1970-01-01T00:00:00.5000000"],
  ["DateTimeOffset", "/Date(1577930645000+0000)/", "2020-01-02T03:04:05+01:00"],
  ["Time", "PT01H02M03S", "PT1H2M3S"],
  ["Time", "PT00H00M07S", "PT7S"],
  ["Int64", "5", 5],
  ["Decimal", "1.5", 1.5],
  ["Single", "INF", Infinity],
  ["Int64", null, null],
  ["Int64", undefined, undefined],
];

const refused: readonly (readonly [kind: string, app: unknown, message: RegExp])[] = [
  ["DateTime", "1970-01-01T00:00:00.0001", /finer than the milliseconds/],
  ["DateTime", "1970-01-01T00:00:00Z", /no Edm.DateTime\.$/],
  ["DateTime", "/Date(0)/", /no Edm.DateTime/],
  ["DateTime", "1970-01-01", /no Edm.DateTime/],
  ["DateTime", "2021-02-29T00:00:00", /no day of the calendar/],
  ["DateTime", "2021-13-01T00:00:00", /no day of the calendar/],
  ["DateTimeOffset", "1970-01-01T00:00:00", /no Edm.DateTimeOffset/],
  ["Time", "07:00:00", /no Edm.Time/],
  ["Time", "PT", /no Edm.Time/],
];

describe("values of properties", () => {
  test.each([...both, ...read])("%s: %j is read as %j", (kind, wire, app) => {
    expect(readValue(wire, kind)).toEqual(app);
  });

  test.each([...both, ...written])("%s: %j is written for %j", (kind, wire, app) => {
    expect(writeValue(app, kind)).toEqual(wire);
  });

  test.each(refused)("%s: %j cannot be written", (kind, app, message) => {
    expect(() => writeValue(app, kind)).toThrow(message);
  });

  test("a bigint is written as its digits", () => {
    expect(writeValue(9007199254740993n, "Int64")).toBe("9007199254740993");
  });

  test("what has no kind stays as it is", () => {
    for (const value of ["/Date(1)/", "5", 5, true, null]) {
      expect([readValue(value, undefined), readValue(value, ""), writeValue(value, undefined)]).toEqual(
        Array(3).fill(value),
      );
    }
  });
});
