/** The views of single values, and of the rules that they keep. */
import { code, literal, type Code } from "../../code/code.js";
import type { Facets } from "../../edm/annotations.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import { decimalDigitsOf, limitOf, type ValueFacts } from "../../facts/value-facts.js";
import type { ValueRule } from "../../facts/value-rules.js";
import type { RuleView, ValueView } from "./schemas-view.js";

const ANYTHING: ValueView = { partial: "anything-value" };

/** A primitive value, or one whose type is not known. */
export function primitiveView(name: EdmTypeName, facets: Facets | undefined, written: boolean): ValueView {
  switch (name) {
    case "Stream":
    case "Untyped":
    case "ComplexType":
    case "EntityType":
      return ANYTHING;
    case "Decimal":
      return decimalView(facets);
    case "String":
      return simple(facets?.unicode === false ? code`ascii` : code`string`, name, facets);
    case "SByte":
      return simple(code`sbyte`, name, facets);
    case "PrimitiveType":
      return simple(code`primitive`, name, facets);
  }
  if (name.startsWith("Geo")) return { partial: "geometry-value", type: geoJsonType(name), written };
  return simple(name.endsWith("Path") ? code`string` : startingLow(name), name, facets);
}

function simple(type: Code, name: EdmTypeName, facets: Facets | undefined): ValueView {
  return { partial: "primitive-value", type, limit: limitOf(name, facets) ?? null };
}

function decimalView(facets: Facets | undefined): ValueView {
  const [precision = null, scale = null] = decimalDigitsOf(facets) ?? [];
  return {
    partial: "decimal-value",
    precision: precision === Infinity ? null : precision,
    scale: typeof scale === "number" ? scale : null,
    floating: scale === "floating",
  };
}

/** `GeographyCollection` → `GeometryCollection`, `GeometryPoint` → `Point`. */
function geoJsonType(name: EdmTypeName): string | null {
  const rest = name.replace(/^(?:Geography|Geometry)/, "");
  if (rest === "") return null;
  return rest === "Collection" ? "GeometryCollection" : rest;
}

function startingLow(name: string): Code {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` as Code; // the name of a primitive type
}

/** The rules of each value; those of a collection as a whole are none. Only what is written has to keep them. */
export function ruleViews({ rules, allowedTypes, underlying }: ValueFacts): readonly RuleView[] {
  return [
    ...rules.flatMap(ruleView),
    ...(allowedTypes === undefined || underlying === undefined
      ? []
      : [{ partial: "types-rule", declared: underlying, allowed: allowedTypes } as const]),
  ];
}

function ruleView(rule: ValueRule): readonly RuleView[] {
  switch (rule.rule) {
    case "minItems":
    case "maxItems":
      return [];
    case "pattern":
      return [{ partial: "pattern-rule", source: rule.source, flags: rule.flags, longest: rule.longest ?? null }];
    case "allowed":
      return [{ partial: "allowed-rule", values: rule.values.map((value) => ({ code: valueText(value), value })) }];
    case "multipleOf":
      return [{ partial: "multiple-rule", step: rule.limit }];
    default:
      return [{ partial: "limit-rule", rule: nameOf(rule), limit: rule.limit, times: rule.compared === "times" }];
  }
}

type LimitName = Extract<RuleView, { partial: "limit-rule" }>["rule"];

function nameOf({ rule }: Extract<ValueRule, { compared: unknown }>): LimitName {
  return rule as LimitName; // one of four words
}

function valueText(value: string | number | boolean): Code {
  if (typeof value === "string") return literal(value);
  return typeof value === "number" ? code`${value}` : value ? code`true` : code`false`;
}

/** The primitive type of a value; one that no source describes may be anything. */
export function edmTypeIn({ underlying }: ValueFacts): EdmTypeName | undefined {
  return underlying === undefined ? "Untyped" : edmTypeOf(underlying);
}
