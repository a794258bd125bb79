import type { ConstantKind } from "../edm/annotations.js";
import type { At } from "../diagnostics/position.js";
import type { Reading } from "./reading.js";

// Only kinds that CSDL JSON prints without quotes are checked; any other text can be printed as a string.
const LEXICAL: Partial<Record<ConstantKind, RegExp>> = {
  Bool: /^(?:true|false)$/,
  Int: /^[+-]?[0-9]+$/,
  Decimal: /^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/,
  Float: /^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/,
};

/**
 * "Unknown or invalid annotations should never result in an error" (CSDL 4.01 §14): a warning, and the text is kept.
 */
export function checkConstant(type: ConstantKind, value: string, at: () => At, { report }: Reading): void {
  if (LEXICAL[type]?.test(value) === false) report.add("illegal-constant", at(), { type, value });
}
