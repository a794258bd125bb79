import { expect, test } from "vitest";
import { literalOfType } from "../../../src/runtime/v2/values/named.js";

const written: readonly (readonly [value: unknown, kind: string | undefined, text: string])[] = [
  ["it's a/b", undefined, "'it''s%20a%2Fb'"],
  ["201", undefined, "'201'"],
  [201, undefined, "201"],
  [true, undefined, "true"],
  [null, "DateTime", "null"],
  ["2020-01-02T03:04:05.6780000", "DateTime", "datetime'2020-01-02T03%3A04%3A05.6780000'"],
  ["2020-01-02T03:04:05+01:00", "DateTimeOffset", "datetimeoffset'2020-01-02T03%3A04%3A05%2B01%3A00'"],
  ["PT1H2M3S", "Time", "time'PT01H02M03S'"],
  ["01234567-89ab-cdef-0123-456789abcdef", "Guid", "guid'01234567-89ab-cdef-0123-456789abcdef'"],
  ["Cv/+", "Binary", "binary'0afffe'"],
  ["Cv_-", "Binary", "binary'0afffe'"],
  ["5", "Int64", "5L"],
  [5, "Int64", "5L"],
  ["-1.50", "Decimal", "-1.50m"],
  [1.5, "Double", "1.5d"],
  [1e21, "Double", "1e%2B21d"],
  ["INF", "Double", "INF"],
  [1.5, "Single", "1.5f"],
  ["Red", "ns.Color", "ns.Color'Red'"],
];

const refused: readonly (readonly [value: unknown, kind: string | undefined])[] = [
  ["1 or 1 eq 1", "Int64"],
  ["1.5", "Int64"],
  [1.5, "Int64"],
  ["", "Decimal"],
  ["not-a-guid", "Guid"],
  ["2020-01-02", "DateTime"],
  ["2020-01-02T03:04:05.123456789", "DateTime"],
  ["2020-01-02T03:04:05", "DateTimeOffset"],
  ["a'b", "Binary"],
  [{}, undefined],
  [undefined, undefined],
];

test.each(written)("%j as %s", (value, kind, text) => {
  expect(literalOfType(value, kind)).toBe(text);
});

test.each(refused)("%j is no literal of %s", (value, kind) => {
  expect(() => literalOfType(value, kind)).toThrow(TypeError);
});
