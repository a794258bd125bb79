const FLOATING = /^-?(\d+(\.\d+)?(e[+-]?\d+)?|INF|NaN)$/i;

/** The text of values in the app and in URLs, by their Edm types. */
const FORMS: Readonly<Record<string, RegExp>> = {
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$/,
  DateTimeOffset: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/,
  Time: /^PT(?=\d)(\d\d?H)?(\d\d?M)?(\d\d?(\.\d+)?S)?$/,
  Guid: /^[\da-f-]{36}$/i,
  Binary: /^[\w+/-]*={0,2}$/,
  Int64: /^-?\d+$/,
  Decimal: /^-?\d+(\.\d+)?$/,
  Double: FLOATING,
  Single: FLOATING,
};

/** The text, if it is one of the type; else throws a TypeError. All text is of other types. */
export function checked(text: string, kind: string): string {
  if (FORMS[kind]?.test(text) === false) throw new TypeError(`"${text}" is no Edm.${kind}.`);
  return text;
}
