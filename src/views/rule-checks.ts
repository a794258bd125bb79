/** How validators check what the Validation vocabulary says of a value. */
import type { NavigationProperty, Parameter, Property } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import { edmTypeOf, type EdmTypeName } from "../edm/primitive-types.js";
import { judgePattern } from "../edm/patterns/pattern-safety.js";
import {
  valueConstraintsOf,
  type AllowedValue,
  type Limit,
  type ValueConstraints,
} from "../edm/vocabularies/value-constraints.js";
import { code, joined, literal, type Code } from "./code.js";

export interface RuleCheckView {
  readonly partial: "check-rule";
  readonly helper: Code;
  readonly value: Code;
  readonly property: string;
  readonly argument: Code;
}

/** The rules of one value; `value` is how the check calls it. */
export function ruleChecks(
  element: Property | NavigationProperty | Parameter,
  value: Code,
  model: Model,
): readonly RuleCheckView[] {
  const constraints = valueConstraintsOf(element, model);
  const type = element.type && edmTypeOf(underlying(element.type.type, model));
  const rules = [
    ...(element.type?.collection === true ? itemRules(constraints) : []),
    ...(type === undefined ? [] : valueRules(constraints, type)),
  ];
  return rules.map(([helper, argument]) => ({
    partial: "check-rule",
    helper,
    value,
    property: element.name,
    argument,
  }));
}

type Rule = readonly [helper: Code, argument: Code];

function underlying(name: NonNullable<Property["type"]>["type"], model: Model): typeof name {
  const type = model.type(name);
  return type?.kind === "TypeDefinition" ? type.underlyingType : name;
}

function itemRules({ minItems, maxItems }: ValueConstraints): readonly Rule[] {
  return [
    ...(minItems === undefined ? [] : [[code`minItems`, code`${minItems}`] as const]),
    ...(maxItems === undefined ? [] : [[code`maxItems`, code`${maxItems}`] as const]),
  ];
}

const NUMERIC: ReadonlySet<EdmTypeName> = new Set([
  "Byte",
  "SByte",
  "Int16",
  "Int32",
  "Int64",
  "Decimal",
  "Double",
  "Single",
]);

function valueRules(constraints: ValueConstraints, type: EdmTypeName): readonly Rule[] {
  const { pattern, minimum, maximum, multipleOf, allowedValues } = constraints;
  const numeric = NUMERIC.has(type);
  return [
    ...(type === "String" && pattern !== undefined ? patternRule(pattern.source) : []),
    ...(numeric && minimum?.numeric === true ? [limitRule(minimum, code`above`, code`minimum`)] : []),
    ...(numeric && maximum?.numeric === true ? [limitRule(maximum, code`below`, code`maximum`)] : []),
    ...(numeric && multipleOf !== undefined ? [[code`multipleOf`, literal(multipleOf)] as const] : []),
    ...(allowedValues === undefined ? [] : allowedRule(allowedValues, type, numeric)),
  ];
}

/** A pattern that cannot be used is said when annotations are checked. */
function patternRule(source: string): readonly Rule[] {
  const verdict = judgePattern(source);
  if (verdict.kind !== "usable") return [];
  return [[code`pattern`, verdict.flags === "u" ? literal(source) : code`${literal(source)}, ""`]];
}

function limitRule({ value, exclusive }: Limit, open: Code, closed: Code): Rule {
  return [exclusive ? open : closed, literal(value)];
}

function allowedRule(allowed: readonly AllowedValue[], type: EdmTypeName, numeric: boolean): readonly Rule[] {
  const values = allowed.flatMap(({ value }) => (value === null ? [] : [value]));
  if (type === "Boolean")
    return [[code`allowed`, listOf(values.map((value) => (value === "true" ? code`true` : code`false`)))]];
  return [
    [
      code`allowed`,
      listOf(values.map((value) => (numeric && isExact(value) ? code`${Number(value)}` : literal(value)))),
    ],
  ];
}

/** Whether a number of JavaScript is the same number. */
function isExact(text: string): boolean {
  return /^[+-]?\d{1,15}$/.test(text) || /^[+-]?\d{0,12}\.\d{1,3}$/.test(text);
}

function listOf(values: readonly Code[]): Code {
  return code`[${joined(values, ", ")}]`;
}
