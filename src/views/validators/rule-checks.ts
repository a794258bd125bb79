/** How validators check the rules that the Validation vocabulary states of a value. */
import { code, joined, literal, type Code } from "../../code/code.js";
import type { ValueFacts } from "../../facts/value-facts.js";
import type { ValueRule } from "../../facts/value-rules.js";

export interface RuleCheckView {
  readonly partial: "check-rule";
  readonly helper: Code;
  readonly value: Code;
  readonly property: string;
  readonly argument: Code;
}

/** The rules of one value; `value` is the expression that reads it. */
export function ruleChecks({ name, rules }: ValueFacts, value: Code): readonly RuleCheckView[] {
  return rules.map((rule) => ({
    partial: "check-rule",
    helper: rule.rule as string as Code, // the names of the rules are those of functions of the runtime
    value,
    property: name,
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
