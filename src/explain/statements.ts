import { comparePositions } from "../diagnostics/position.js";
import type { Declared } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { DateOf, Explained, Statement } from "./explanation.js";

export interface StatementContext {
  readonly model: Model;
  readonly dateOf: DateOf;
}

/** The declarations of an element in all sources. `difference` gives the type of one where that differs from the model's. */
export function statementsOf(
  element: Declared,
  { model, dateOf }: StatementContext,
  difference: (declared: Declared) => string | undefined = () => undefined,
): Explained["statements"] {
  const statement = (declared: Declared): Statement => {
    const { at, by } = declared;
    const date = dateOf(at);
    const differs = difference(declared);
    return { at, by, ...(date !== undefined && { date }), ...(differs !== undefined && { differs }) };
  };
  const [winner = element, ...others] = model.declarations(element);
  if (others.length === 0) return [statement(winner)];
  return [statement(winner), ...others.toSorted((a, b) => comparePositions(a.at, b.at)).map(statement)];
}

/** Where a source states less it does not differ: a page's list has no numbers, no page states what is nullable. */
export function differenceOf(text: string, expected: string): string | undefined {
  const [type = ""] = text.split(", ", 1);
  return type === "" || type === expected.split(", ", 1)[0] ? undefined : type;
}
