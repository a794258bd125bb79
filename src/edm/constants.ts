import type { ConstantKind } from "./annotations.js";

const DATE = "-?(?:0\\d{3}|[1-9]\\d{3,})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,12})?)?";

// As OData ABNF 4.01 has them (CSDL 4.01 §14.3).
const LEXICAL: Partial<Record<ConstantKind, RegExp>> = {
  Bool: /^(?:true|false)$/,
  Int: /^[+-]?[0-9]+$/,
  Decimal: /^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/,
  Date: new RegExp(`^${DATE}$`),
  DateTimeOffset: new RegExp(`^${DATE}T${TIME}(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`, "i"),
  Duration: /^[+-]?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i,
  Guid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  TimeOfDay: new RegExp(`^${TIME}$`),
  Float: /^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/,
};

/** Whether a text is in the form of a kind of constant; any text is where the form cannot be told. */
export function isConstant(kind: ConstantKind, text: string): boolean {
  return LEXICAL[kind]?.test(text) !== false;
}
