/** The facets and rules that limit values, and what it means that they changed. */
import type { Facets } from "../../edm/annotations.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import type { Model } from "../../edm/model.js";
import { decimalDigitsOf, limitOf, type ValueFacts } from "../../facts/value-facts.js";
import { underlyingType, type ValueRule } from "../../facts/value-rules.js";

/** A limit of values: more or less than the other version has, in words. */
export interface LimitChange {
  /** Such as `MaxLength`. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly narrower: boolean;
  readonly wider: boolean;
  /** Whether schemas check it of what is read, too. */
  readonly read: boolean;
  /** Whether the emitted types have it. */
  readonly typed: boolean;
}

export type Limited = Pick<ValueFacts, "type" | "facets" | "rules" | "allowedStrings" | "allowedTypes">;

export const NO_LIMIT = "no limit";

export function limitChanges(before: Limited, after: Limited, models: readonly [Model, Model]): readonly LimitChange[] {
  const [old, now] = [facetLimits(before, models[0]), facetLimits(after, models[1])];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [
    ...[...names].flatMap((name) => numberChange(name, old.get(name), now.get(name))),
    ...unicodeChange(before.facets, after.facets),
    ...ruleChanges(rulesOf(before), rulesOf(after)),
    ...listChange("allowed strings", before.allowedStrings?.strings, after.allowedStrings?.strings),
    ...listChange("allowed types", before.allowedTypes, after.allowedTypes),
  ];
}

/** A list of allowed strings is also a rule, but of the emitted types, too. */
function rulesOf({ rules, allowedStrings }: Limited): readonly ValueRule[] {
  return allowedStrings === undefined ? rules : rules.filter(({ rule }) => rule !== "allowed");
}

function facetLimits({ type, facets }: Limited, model: Model): ReadonlyMap<string, number> {
  const name = type && edmTypeOf(underlyingType(type.type, model));
  if (name === undefined) return new Map();
  if (name === "Decimal") {
    const [precision, scale] = decimalDigitsOf(facets) ?? [];
    return new Map([
      ...(precision === undefined || precision === Infinity ? [] : [["Precision", precision] as const]),
      ...(typeof scale === "number" ? [["Scale", scale] as const] : []),
    ]);
  }
  const limit = limitOf(name, facets);
  return new Map(
    limit === undefined ? [] : [[name === "String" || name === "Binary" ? "MaxLength" : "Precision", limit]],
  );
}

const ON_READ = { read: true, typed: false };
const ON_WRITE = { read: false, typed: false };

function numberChange(name: string, before = Infinity, after = Infinity): readonly LimitChange[] {
  if (before === after) return [];
  const text = (limit: number): string => (limit === Infinity ? NO_LIMIT : String(limit));
  const narrower = after < before;
  return [{ name, before: text(before), after: text(after), narrower, wider: !narrower, ...ON_READ }];
}

function unicodeChange({ unicode: before }: Facets = {}, { unicode: after }: Facets = {}): readonly LimitChange[] {
  const [old, now] = [before !== false, after !== false];
  const text = (any: boolean): string => (any ? "any characters" : "ASCII characters");
  return old === now
    ? []
    : [{ name: "Unicode", before: text(old), after: text(now), narrower: old, wider: now, ...ON_READ }];
}

/** The rules of the Validation vocabulary, which schemas check of what is written. */
function ruleChanges(before: readonly ValueRule[], after: readonly ValueRule[]): readonly LimitChange[] {
  const [old, now] = [before, after].map((rules) => new Map(rules.map((rule) => [keyOf(rule), rule])));
  const keys = new Set([...(old ?? []), ...(now ?? [])].map(([key]) => key));
  return [...keys].flatMap((key) => ruleChange(key, old?.get(key), now?.get(key)));
}

/** Both limits at one end are one rule, whether they are part of the range or not. */
function keyOf({ rule }: ValueRule): string {
  return rule === "above" ? "minimum" : rule === "below" ? "maximum" : rule;
}

function ruleChange(name: string, before: ValueRule | undefined, after: ValueRule | undefined): readonly LimitChange[] {
  const [old, now] = [before && textOf(before), after && textOf(after)];
  if (old === now) return [];
  const texts = { name, before: old ?? NO_LIMIT, after: now ?? NO_LIMIT, ...ON_WRITE };
  if (before === undefined || after === undefined)
    return [{ ...texts, narrower: before === undefined, wider: after === undefined }];
  return [{ ...texts, ...comparison(before, after) }];
}

function textOf(rule: ValueRule): string {
  switch (rule.rule) {
    case "minItems":
    case "maxItems":
      return String(rule.count);
    case "pattern":
      return rule.source;
    case "allowed":
      return rule.values.join(", ");
    case "above":
      return `more than ${rule.limit}`;
    case "below":
      return `less than ${rule.limit}`;
    default:
      return rule.limit;
  }
}

type Comparison = Pick<LimitChange, "narrower" | "wider">;

/** Neither of two patterns, or of two limits that are no numbers, is known to have all values of the other. */
function comparison(before: ValueRule, after: ValueRule): Comparison {
  const both = { narrower: true, wider: true };
  if (before.rule === "allowed" && after.rule === "allowed") return listComparison(before.values, after.values);
  const [old, now] = [numberOf(before), numberOf(after)];
  if (old === undefined || now === undefined) return both;
  const isLower = keyOf(before).startsWith("min");
  if (old === now)
    return { narrower: after.rule === (isLower ? "above" : "below"), wider: before.rule !== keyOf(before) };
  const narrower = isLower ? now > old : now < old;
  return { narrower, wider: !narrower };
}

function numberOf(rule: ValueRule): number | undefined {
  if ("count" in rule) return rule.count;
  if (!("limit" in rule) || rule.rule === "multipleOf" || rule.compared === "times") return undefined;
  const value = Number(rule.limit);
  return Number.isNaN(value) ? undefined : value;
}

/** Without a list, everything is allowed. */
function listChange(
  name: string,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly LimitChange[] {
  const text = (list: readonly string[] | undefined): string => list?.join(", ") ?? NO_LIMIT;
  const change =
    before === undefined || after === undefined
      ? { narrower: after !== undefined, wider: before !== undefined }
      : listComparison(before, after);
  if ((before ?? after) === undefined || !(change.narrower || change.wider)) return [];
  return [{ name, before: text(before), after: text(after), ...change, read: false, typed: true }];
}

function listComparison(before: readonly unknown[], after: readonly unknown[]): Comparison {
  return {
    narrower: before.some((value) => !after.includes(value)),
    wider: after.some((value) => !before.includes(value)),
  };
}
