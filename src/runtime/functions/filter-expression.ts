/** The property of an expression that gives its text. JSON cannot bring it, so no value of a user passes for text. */
export const EXPRESSION: unique symbol = /* @__PURE__ */ Symbol.for("odata-codegen.expression");

/** How strongly the outermost operator of a text binds (OData URL Conventions 4.01 §5.1.1.17); `primary` needs none. */
export const Binding = { any: 0, or: 1, and: 2, comparison: 3, sum: 4, product: 5, sign: 6, primary: 7 } as const;

/** The text of an expression, not percent-encoded. */
export interface ExpressionText {
  readonly text: string;
  readonly binding: number;
}

/** An expression whose value is of the kind Kind, such as `"Guid"`. */
export interface Expression<out Kind> {
  readonly [EXPRESSION]: ExpressionText & { readonly kind?: Kind };
}

/** A value in an expression. Strings are quoted, dates are written as Edm.DateTimeOffset, lists in parentheses. */
export type Operand = string | number | bigint | boolean | null | Date | Expression<unknown> | readonly Operand[];

/** An expression that is a text and nothing more. */
export function expressionOf(text: string, binding: number = Binding.primary): object {
  return { [EXPRESSION]: { text, binding }, toString: () => text };
}

/** The text of a value; in parentheses when its outermost operator binds less than `least`. Throws a TypeError for what is no {@link Operand}. */
export function operandText(value: unknown, least: number = Binding.primary): string {
  const written = (value as Partial<Expression<unknown>> | null | undefined)?.[EXPRESSION];
  if (written !== undefined) return written.binding < least ? `(${written.text})` : written.text;
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (Array.isArray(value)) return `(${value.map((item) => operandText(item)).join()})`;
  if (value instanceof Date) return instant(value);
  if (value === null || ["number", "bigint", "boolean"].includes(typeof value)) {
    return String(value).replace("Infinity", "INF");
  }
  throw new TypeError(`${typeof value} is no value of an expression.`);
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
