import { plain } from "../../http/literal.js";

/** The property of an expression that gives its text. JSON cannot bring it, so no value of a user passes for text. */
export const EXPRESSION: unique symbol = /* @__PURE__ */ Symbol.for("odata-codegen.expression");

/** The text binds like a name or a literal, so that it never needs parentheses. */
export const PRIMARY = 7;
/** The text may have any operator. */
export const LOOSE = 0;

/** The text of an expression, not percent-encoded. */
export interface ExpressionText<out Kind> {
  readonly text: string;
  /**
   * How strongly the outermost operator binds (OData URL Conventions 4.01 §5.1.1.17): 1 `or`, 2 `and`, 3 comparisons, 4
   * sums, 5 products, 6 signs and `not`.
   */
  readonly binding: number;
  /** At compile time only. */
  readonly kind?: Kind | undefined;
}

/** An expression whose value is of the kind Kind, such as `"Guid"`. */
export interface Expression<out Kind> {
  readonly [EXPRESSION]: ExpressionText<Kind>;
}

/** A value in an expression. Strings are quoted, dates are written as Edm.DateTimeOffset, lists in parentheses. */
export type Operand = string | number | bigint | boolean | null | Date | Expression<unknown> | readonly Operand[];

/** An expression that is a text and nothing more. */
export function expressionOf(text: string, binding = PRIMARY): object {
  return { [EXPRESSION]: { text, binding }, toString: () => text };
}

/**
 * The text of a value, in parentheses when its outermost operator binds less than `least`. Throws a TypeError for what
 * is no {@link Operand}.
 */
export function operandText(value: unknown, least = PRIMARY): string {
  const written = (value as Partial<Expression<unknown>> | null | undefined)?.[EXPRESSION];
  if (written !== undefined) return written.binding < least ? `(${written.text})` : written.text;
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (Array.isArray(value)) return `(${value.map((item) => operandText(item)).join()})`;
  if (value instanceof Date) return instant(value);
  return plain(value);
}

/** An Edm.DateTimeOffset. Throws a TypeError for an invalid date. */
export function instant(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new TypeError("The date is invalid.");
  return date.toISOString();
}

/** A name in a path, a type or a function. Throws a TypeError where it could change the expression. */
export function nameText(name: string): string {
  if (!/^[\p{L}\p{M}\p{N}_$@#.]+$/u.test(name)) throw new TypeError(`"${name}" is no name of an expression.`);
  return name;
}
