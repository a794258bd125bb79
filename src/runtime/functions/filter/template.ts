import type { Filter, OrderBy, WithResult } from "../../http/query.js";
import { expressionOf, LOOSE, operandText, type Expression, type Operand } from "./expression.js";

/** An expression as text, for any query option and for a part of any expression. */
export interface ExpressionFragment extends Filter<unknown>, OrderBy<unknown>, Expression<never> {}

/**
 * An expression as it is written in a URL, with values: strings are quoted, dates written as Edm.DateTimeOffset, lists
 * in parentheses; `guid` and its like give literals of other types. An expression is put in parentheses where it needs
 * them. The text itself is not checked.
 */
export function odata(texts: TemplateStringsArray, ...values: readonly Operand[]): ExpressionFragment {
  const text = texts.reduce((before, after, index) => before + operandText(values[index - 1]) + after);
  return expressionOf(text, LOOSE) as ExpressionFragment;
}

/**
 * A transformation in `apply` or `compute`, with the type of the items that result:
 * `apply: result<{ country: string; n: number }>("groupby((country),aggregate($count as n))")`.
 */
export function result<R = Record<string, unknown>>(transformation: string | ExpressionFragment): WithResult<R> {
  return expressionOf(String(transformation), LOOSE) as WithResult<R> & object;
}
