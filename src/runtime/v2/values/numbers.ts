import { checked, type ValueKind } from "./kind.js";

export const edmInt64: ValueKind = /* @__PURE__ */ exactNumber("Int64", /^-?\d+$/, "L");
export const edmDecimal: ValueKind = /* @__PURE__ */ exactNumber("Decimal", /^-?\d+(\.\d+)?$/, "m");
export const edmDouble: ValueKind = /* @__PURE__ */ floatingNumber("Double", "d");
export const edmSingle: ValueKind = /* @__PURE__ */ floatingNumber("Single", "f");

/** Numbers that JavaScript may not have: strings in an app and in JSON. `letter` ends their literals. */
function exactNumber(type: string, form: RegExp, letter: string): ValueKind {
  return {
    literal: (text) => checked(text, form, type) + letter,
    read: (value) => (typeof value === "number" ? String(value) : value),
    write: (text) => text,
  };
}

const FLOATING = /^-?(\d+(\.\d+)?(e[+-]?\d+)?|INF|NaN)$/i;

/** Numbers in an app but for infinities, strings in JSON. */
function floatingNumber(type: string, letter: string): ValueKind {
  return {
    // Infinities have no letter.
    literal: (text) => encodeURIComponent(checked(text, FLOATING, type)) + (Number.isNaN(Number(text)) ? "" : letter),
    read: (value) => (typeof value === "string" && Number.isFinite(Number(value || NaN)) ? Number(value) : value),
    write: (text) => text.replace("Infinity", "INF"),
  };
}
