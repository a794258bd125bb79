import { expressionOf, LOOSE, type Expression } from "../../../functions/filter/expression.js";
import type { Filter, OrderBy } from "../../../http/query.js";
import { valueText, type FilterValue } from "./value-text.js";

/** An expression as text, for any query option and for a part of any expression. */
export interface ExpressionFragment extends Filter<unknown>, OrderBy<unknown>, Expression<never> {}

/**
 * An expression as it is written in a URL, with values: strings are quoted, numbers have the suffix of their type;
 * `dateTime`, `guid`, `decimal` and their like give literals of other types. An expression is put in parentheses where
 * it needs them. The text itself is not checked.
 */
export function odata(texts: TemplateStringsArray, ...values: readonly FilterValue[]): ExpressionFragment {
  const text = texts.reduce((before, after, index) => before + valueText(values[index - 1]) + after);
  return expressionOf(text, LOOSE) as ExpressionFragment;
}
