import type { MockService } from "../../service.js";
import type { Operand } from "../contract.js";
import { QueryFault, unknownName } from "../fault.js";
import { kindOf } from "../names.js";
import { rounded } from "./numbers.js";
import type { Parsing } from "../parsing.js";
import { compare } from "./operators.js";
import { partOf, secondsOf } from "./times.js";

/** What a parameter may be. */
const PARAMETERS: Readonly<Record<string, RegExp>> = {
  s: /^(String|any)$/,
  n: /^(number|any)$/,
  d: /^(Date|DateTimeOffset|any)$/,
  h: /^(DateTimeOffset|TimeOfDay|Duration|any)$/,
  t: /^(DateTimeOffset|any)$/,
  p: /^(Duration|any)$/,
};

/** The parameters (in upper case: optional), the type without `Edm.`, and what computes the value. */
export type BuiltIn = readonly [parameters: string, type: string, run: (...values: never[]) => unknown];

const part = (name: string, parameters: string, type = "Int32"): [string, BuiltIn] => [
  name,
  [parameters, type, (value: unknown) => partOf(name, value)],
];
const rounding = (name: "round" | "floor" | "ceiling"): [string, BuiltIn] => [
  name,
  ["n", "Decimal", (value: unknown) => rounded(name, value)],
];

/** The functions of URL Conventions 4.01 §5.1.1.5 to §5.1.1.13. */
export const FUNCTIONS: ReadonlyMap<string, BuiltIn> = /* @__PURE__ */ new Map<string, BuiltIn>([
  ["contains", ["ss", "Boolean", (all: string, one: string) => all.includes(one)]],
  ["matchespattern", ["ss", "Boolean", matchesPattern]],
  ["startswith", ["ss", "Boolean", (all: string, one: string) => all.startsWith(one)]],
  ["endswith", ["ss", "Boolean", (all: string, one: string) => all.endsWith(one)]],
  ["length", ["s", "Int32", (all: string) => all.length]],
  ["indexof", ["ss", "Int32", (all: string, one: string) => all.indexOf(one)]],
  ["substring", ["snN", "String", substring]],
  ["tolower", ["s", "String", (all: string) => all.toLowerCase()]],
  ["toupper", ["s", "String", (all: string) => all.toUpperCase()]],
  ["trim", ["s", "String", (all: string) => all.trim()]],
  ["concat", ["ss", "String", (one: string, other: string) => one + other]],
  part("year", "d"),
  part("month", "d"),
  part("day", "d"),
  part("hour", "h"),
  part("minute", "h"),
  part("second", "h"),
  part("fractionalseconds", "h", "Decimal"),
  part("date", "t", "Date"),
  part("time", "t", "TimeOfDay"),
  part("totaloffsetminutes", "t"),
  ["totalseconds", ["p", "Decimal", secondsOf]],
  ["now", ["", "DateTimeOffset", () => new Date().toISOString()]],
  ["mindatetime", ["", "DateTimeOffset", () => "0001-01-01T00:00:00Z"]],
  ["maxdatetime", ["", "DateTimeOffset", () => "9999-12-31T23:59:59.999999999999Z"]],
  rounding("round"),
  rounding("floor"),
  rounding("ceiling"),
]);

function substring(all: string, start: unknown, length?: unknown): string {
  const from = Math.max(0, Number(start));
  return all.slice(from, length === undefined ? undefined : from + Math.max(0, Number(length)));
}

/** The most steps that a pattern may take: a text may not stop the service. */
const MAX_STEPS = 1e6;

/** ECMAScript patterns whose time follows from the number of their choices; others are refused. */
function matchesPattern(all: string, pattern: string): boolean {
  const choices = pattern.match(/[*+?{|]/g)?.length ?? 0;
  // A group that repeats a choice, and references to groups, can take exponential time.
  const bounded = !/[*+?{|][^]*\)[*+{]|\\[1-9k]/.test(pattern);
  if (!bounded || (all.length + 2) ** (choices + 1) > MAX_STEPS) {
    throw new QueryFault(501, "The pattern could take too long on this text.");
  }
  try {
    return new RegExp(pattern, "u").test(all);
  } catch {
    throw new QueryFault(400, "The pattern is no regular expression of ECMAScript.");
  }
}

/** A call of a built-in function; null arguments give null (URL Conventions 4.01 §5.1.1.4). */
export function call({ service, given }: Parsing, name: string, list: readonly Operand[]): Operand {
  const { functions } = given.dialect;
  const [parameters = "", type = "", run] = functions.get(name.toLowerCase()) ?? [];
  if (run === undefined) throw unknownName(name, "function", [...functions.keys()]);
  const least = parameters.replace(/[A-Z]/g, "").length;
  if (list.length < least || list.length > parameters.length) {
    throw new QueryFault(400, `${name} takes ${least} parameters, not ${list.length}.`);
  }
  for (const [index, operand] of list.entries()) checkParameter(service, name, operand, parameters[index] ?? "");
  return {
    type: `Edm.${type}`,
    value: (items, context) => {
      const values = list.map((one) => one.value(items, context) ?? null);
      // The kinds of the values are checked; those of undeclared properties may be others.
      const fits = values.every((value, index) => !/s/.test(parameters[index] ?? "") || typeof value === "string");
      return values.includes(null) || !fits ? null : run(...(values as never[]));
    },
  };
}

function checkParameter(service: MockService, name: string, operand: Operand, letter: string): void {
  const pattern = PARAMETERS[letter.toLowerCase()];
  if (operand.collection && kindOf(service, operand.type) !== "any") {
    throw new QueryFault(501, `${name} of collections is not supported.`);
  }
  if (pattern?.test(kindOf(service, operand.type)) !== true) {
    throw new QueryFault(400, `${name} does not take ${operand.type}.`);
  }
}

/** Whether a collection has all items of another, in its order for `hassubsequence`. */
export function hasAll(service: MockService, name: string, list: readonly Operand[]): Operand {
  const [all, some] = list;
  if (list.length !== 2 || list.some(({ collection, type }) => !collection && kindOf(service, type) !== "any")) {
    throw new QueryFault(400, `${name} takes two collections.`);
  }
  const ordered = name === "hassubsequence";
  return {
    type: "Edm.Boolean",
    value: (items, context) => {
      const rest = [...((all?.value(items, context) as unknown[] | null) ?? [])];
      const kind = kindOf(service, all?.type ?? "");
      return ((some?.value(items, context) as unknown[] | null) ?? []).every((one) => {
        const at = rest.findIndex((item) => compare(service, kind, item, one) === 0);
        rest.splice(ordered ? 0 : at, ordered ? at + 1 : 1);
        return at >= 0;
      });
    },
  };
}
