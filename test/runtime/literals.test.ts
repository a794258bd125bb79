/** The published test cases of the OData grammar, each that has a JSON form, and why the others have none. */
import { expect, it } from "vitest";
import { parse } from "yaml";
import { create } from "../../src/runtime/json/check-strict.js";
import { valueSchema } from "../../src/runtime/schemas/schema.js";
import * as v from "../../src/runtime/validation.js";
import { abnfFile } from "../support/abnf/odata-grammar.js";
import { describeWithCorpus } from "../support/corpus.js";

interface Case {
  readonly Rule: string;
  readonly Input: string | number | null;
  /** The offset of the first wrong character; absent: the input is right. */
  readonly FailAt?: number;
  readonly file: string;
}

/** What a case is in JSON: the check of its type and the value; or the reason why JSON has no such text. */
type Form = readonly [check: v.ValueCheck, value: unknown] | string;

const URL_FORM = "the form of a URL";
const WELL_KNOWN_TEXT = "GeoJSON takes the place of well-known text";

const pattern: v.ValueCheck = (value, context, name, flags) =>
  v.flags(value, context, name, ["Solid", "Yellow"], flags);

const text =
  (check: v.ValueCheck) =>
  (input: string): Form => [check, input];

/** JSON has these types as numbers, which have no plus and no zeros before them. */
const numeral =
  (check: v.ValueCheck) =>
  (input: string): Form =>
    /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(input) ? [check, Number(input)] : [check, input];

/** A literal of a URL, `prefix'content'`, whose content is the value; a wrong prefix has no counterpart in JSON. */
const quoted =
  (check: v.ValueCheck) =>
  (input: string): Form => {
    const [, content] = /^(?:binary|duration|Sales\.Pattern)?'(.*)'$/.exec(decodeURIComponent(input)) ?? [];
    return content === undefined ? URL_FORM : [check, content];
  };

const forms: Readonly<Record<string, (input: string) => Form>> = {
  date: text(v.date),
  dateValue: text(v.date),
  dateTimeOffsetValue: text(v.dateTimeOffset),
  dateTimeOffsetLiteral: (input) => [v.dateTimeOffset, decodeURIComponent(input)],
  dateTimeOffsetValueInUrl: (input) => [v.dateTimeOffset, decodeURIComponent(input)],
  timeOfDayValue: text(v.timeOfDay),
  timeOfDayLiteral: (input) => [v.timeOfDay, decodeURIComponent(input)],
  durationValue: text(v.duration),
  durationLiteral: quoted(v.duration),
  guid: text(v.guid),
  decimalValue: text(v.decimal),
  decimalLiteral: text(v.decimal),
  int64Value: text(v.int64),
  int64Literal: (input) => [v.int64, decodeURIComponent(input)],
  doubleValue: numeral(v.double),
  doubleLiteral: numeral(v.double),
  singleValue: plain(v.single),
  singleLiteral: plain(v.single),
  byteValue: numeral(v.byte),
  sbyteValue: numeral(v.sbyte),
  sbyteLiteral: plain(v.sbyte),
  int16Value: plain(v.int16),
  int16Literal: plain(v.int16),
  int32Value: numeral(v.int32),
  int32Literal: plain(v.int32),
  binaryLiteral: quoted(v.binary),
  enumValue: text(pattern),
  enumLiteral: quoted(pattern),
  boolean: (input) => (input === "tRUe" ? URL_FORM : [v.boolean, booleanOf(input)]),
  booleanValue: (input) => [v.boolean, booleanOf(input)],
  stringLiteral: () => "JSON quotes strings by itself",
  stringInUrl: () => URL_FORM,
  null: () => "null is no value of a type",
  primitiveLiteral: (input) =>
    input.startsWith("'") ? "JSON quotes strings by itself" : [v.decimal, decodeURIComponent(input)],
  primitiveValue: (input) => primitiveValues.get(input) ?? [v.binary, input],
};

/** The plus of a number is dropped: JSON has the same value without. */
function plain(check: v.ValueCheck): (input: string) => Form {
  return (input) => numeral(check)(decodeURIComponent(input).replace(/^\+/, ""));
}

function booleanOf(input: string): unknown {
  return input === "true" || input === "false" ? input === "true" : input;
}

/** Cases of the rule for values of any type, by the type that each is meant for. */
const primitiveValues: ReadonlyMap<string, Form> = new Map<string, Form>([
  ["Yellow", [pattern, "Yellow"]],
  ["0123456789", [v.int64, "0123456789"]],
  ["01234567-89ab-cdef-0123-456789abcdef", [v.guid, "01234567-89ab-cdef-0123-456789abcdef"]],
  ["SRID=0;Point(142.1 64.1)", WELL_KNOWN_TEXT],
]);

function formOf({ Rule, Input }: Case): Form {
  if (/^geo(?:graphy|metry)/.test(Rule)) return WELL_KNOWN_TEXT;
  const form = Object.hasOwn(forms, Rule) ? forms[Rule] : undefined;
  return form === undefined ? "no rule of a value" : form(String(Input));
}

describeWithCorpus("the published test cases of the grammar", () => {
  const cases: readonly Case[] = ["abnf", "aggregation", "temporal"].flatMap((name) => {
    const file = `odata-${name}-testcases.yaml`;
    return (parse(abnfFile(file)) as { TestCases: readonly Case[] }).TestCases.map((one) => ({ ...one, file }));
  });

  it("are judged by the validators as by the grammar", () => {
    const wrong = cases.filter((one) => {
      const form = formOf(one);
      if (typeof form === "string") return false;
      return valueSchema(form[0], create).is(form[1]) !== (one.FailAt === undefined);
    });
    // An SByte is at most 127: the grammar counts its digits only.
    expect(wrong.map(({ Rule, Input }) => `${Rule} ${Input}`)).toEqual(["sbyteLiteral %2B128"]);
  });

  it("that have no JSON form are these", () => {
    const counts = new Map<string, number>();
    for (const one of cases) {
      const form = formOf(one);
      const kind = typeof form === "string" ? form : one.FailAt === undefined ? "right" : "wrong";
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toMatchInlineSnapshot(`
      {
        "GeoJSON takes the place of well-known text": 19,
        "JSON quotes strings by itself": 8,
        "no rule of a value": 678,
        "null is no value of a type": 1,
        "right": 74,
        "the form of a URL": 3,
        "wrong": 25,
      }
    `);
  });
});
