/** Sentences on the rules that a value has to keep. */
import type { AllowedValue, Limit, ValueConstraints } from "../../vocabularies/value-constraints.js";

/** One sentence for each rule. */
export function constraintNotesOf(constraints: ValueConstraints): readonly string[] {
  const { pattern, multipleOf, allowedValues } = constraints;
  return [
    ...(pattern === undefined ? [] : [`Matches \`${pattern.source}\`.`]),
    ...rangeNotes(constraints),
    ...(multipleOf === undefined ? [] : [`A multiple of ${multipleOf}.`]),
    ...(allowedValues === undefined ? [] : [`One of ${allowedValues.map(allowedNote).join(", ")}.`]),
    ...itemNotes(constraints),
  ];
}

function rangeNotes({ minimum, maximum }: ValueConstraints): readonly string[] {
  const limits = [
    ...(minimum === undefined ? [] : [limitNote(minimum, "more than", "at least")]),
    ...(maximum === undefined ? [] : [limitNote(maximum, "less than", "at most")]),
  ];
  return limits.length === 0 ? [] : [`Is ${limits.join(" and ")}.`];
}

function limitNote({ value, exclusive }: Limit, open: string, closed: string): string {
  return `${exclusive ? open : closed} ${value}`;
}

function allowedNote({ value, symbolicName, description }: AllowedValue): string {
  const meaning = [symbolicName, description].filter((part) => part !== undefined).join(": ");
  return meaning === "" ? `\`${value}\`` : `\`${value}\` (${meaning})`;
}

function itemNotes({ minItems, maxItems }: ValueConstraints): readonly string[] {
  const limits = [
    ...(minItems === undefined ? [] : [`at least ${minItems}`]),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
  ];
  return limits.length === 0 ? [] : [`Has ${limits.join(" and ")} items.`];
}
