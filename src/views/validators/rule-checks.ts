/** How validators check the rules that the Validation vocabulary states of a value. */
import { code, literal, type Code } from "../../code/code.js";
import type { ValueFacts } from "../../facts/value-facts.js";
import type { ValueRule } from "../../facts/value-rules.js";
import { checkCall } from "./check-call.js";

/** The rules of one value; `value` is the expression that reads it. */
export function ruleChecks({ name, rules }: ValueFacts, value: Code): readonly Code[] {
  return rules.map((rule) => {
    const helper = rule.rule as string as Code; // the names of the rules are those of functions of the runtime
    return checkCall(helper, value, code`c`, literal(name), ...argumentsOf(rule));
  });
}

function argumentsOf(rule: ValueRule): readonly Code[] {
  switch (rule.rule) {
    case "minItems":
    case "maxItems":
      return [code`${rule.count}`];
    case "pattern":
      return [literal(rule.source), ...patternArguments(rule)];
    case "allowed":
      return rule.values.map(valueText);
    case "multipleOf":
      return [literal(rule.limit)];
    default:
      return [literal(rule.limit), ...(rule.compared === "times" ? [code`v.times`] : [])];
  }
}

function patternArguments({ flags, longest }: Extract<ValueRule, { rule: "pattern" }>): readonly Code[] {
  if (longest !== undefined) return [literal(flags), code`${longest}`];
  return flags === "u" ? [] : [code`""`];
}

function valueText(value: string | number | boolean): Code {
  if (typeof value === "string") return literal(value);
  return typeof value === "number" ? code`${value}` : value ? code`true` : code`false`;
}
