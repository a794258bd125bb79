import {
  EXPRESSION,
  operandText,
  PRIMARY,
  type Expression,
  type Operand,
} from "../../../functions/filter/expression.js";

/** A value in an expression. Strings are quoted; values of other types are made by functions such as `dateTime`. */
export type FilterValue = Exclude<Operand, Date | readonly Operand[]>;

/**
 * The text of a value as OData 2.0 writes it, in parentheses when its outermost operator binds less than `least`.
 * Throws a TypeError for what is no {@link FilterValue}.
 */
export function valueText(value: unknown, least = PRIMARY): string {
  if (typeof value === "number" || typeof value === "bigint") return numberText(value);
  if (typeof value === "object" && value !== null && writtenIn(value) === undefined) {
    throw new TypeError("A filter of OData 2.0 has no literal for the object.");
  }
  return operandText(value, least);
}

/** The text of an expression; undefined for any other value. */
export function writtenIn(value: unknown): Expression<unknown>[typeof EXPRESSION] | undefined {
  return (value as Partial<Expression<unknown>> | null | undefined)?.[EXPRESSION];
}

/**
 * A number as Edm.Int32, Edm.Int64 or Edm.Double, whichever has it (OData 2.0 Overview §6). Without their suffixes,
 * services take larger integers and fractions for text that is no literal.
 */
function numberText(value: number | bigint): string {
  if (typeof value === "bigint") return `${value}L`;
  if (!Number.isFinite(value)) return operandText(value);
  if (!Number.isSafeInteger(value)) return `${value}d`;
  return Math.abs(value) < 2 ** 31 ? String(value) : `${value}L`;
}
