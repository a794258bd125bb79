/** How validators check what the Validation vocabulary says of a value. */
import type { NavigationProperty, Parameter, Property } from "../../edm/elements.js";
import type { Model } from "../../edm/model.js";
import { valueRulesOf, type ValueRule } from "../../values/value-rules.js";
import { code, joined, literal, type Code } from "../../code/code.js";

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
  return valueRulesOf(element, model).map((rule) => ({
    partial: "check-rule",
    helper: rule.rule as string as Code, // the names of the rules are those of functions of the runtime
    value,
    property: element.name,
    argument: argumentOf(rule),
  }));
}

function argumentOf(rule: ValueRule): Code {
  switch (rule.rule) {
    case "minItems":
    case "maxItems":
      return code`${rule.count}`;
    case "pattern":
      return rule.flags === "u" ? literal(rule.source) : code`${literal(rule.source)}, ""`;
    case "allowed":
      return code`[${joined(rule.values.map(valueText), ", ")}]`;
    default:
      return literal(rule.limit);
  }
}

function valueText(value: string | number | boolean): Code {
  if (typeof value === "string") return literal(value);
  return typeof value === "number" ? code`${value}` : value ? code`true` : code`false`;
}
