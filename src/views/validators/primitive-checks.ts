/** How values of primitive types are checked, with their facets. */
import { code, literal, type Code } from "../../code/code.js";
import type { Facets } from "../../edm/annotations.js";
import type { EdmTypeName } from "../../edm/primitive-types.js";
import { decimalDigitsOf, limitOf, type DecimalDigits } from "../../facts/value-facts.js";

/** A function of the runtime, and what it takes after the flags for the facets; null: nothing. */
export interface PrimitiveCheck {
  readonly helper: Code;
  readonly limit: Code | null;
}

export function primitiveCheckOf(name: EdmTypeName, facets?: Facets): PrimitiveCheck {
  const limit = limitOf(name, facets);
  return {
    helper: helperOf(name, facets),
    limit: name === "Decimal" ? digitsText(decimalDigitsOf(facets)) : limit === undefined ? null : code`${limit}`,
  };
}

/** The check of one value as an expression: the function itself, where facets limit nothing. */
export function itemCheckOf(name: EdmTypeName, facets?: Facets): Code {
  const { helper, limit } = primitiveCheckOf(name, facets);
  return limit === null ? code`v.${helper}` : code`(x, d, i, f) => v.${helper}(x, d, i, f, ${limit})`;
}

/** `[7, 2]` */
function digitsText(digits: DecimalDigits | undefined): Code | null {
  if (digits === undefined) return null;
  const [precision, scale] = digits;
  if (scale === undefined) return code`[${precision}]`;
  return code`[${precision}, ${typeof scale === "number" ? code`${scale}` : literal(scale)}]`;
}

function helperOf(name: EdmTypeName, { unicode }: Facets = {}): Code {
  switch (name) {
    case "Stream":
    case "Untyped":
    case "ComplexType":
    case "EntityType":
      return code`known`;
    case "PrimitiveType":
      return code`primitive`;
    case "SByte":
      return code`sbyte`;
    case "String":
      return unicode === false ? code`ascii` : code`string`;
    case "GeographyCollection":
      return code`geometryCollection`;
    default:
      return name.endsWith("Path") ? code`string` : startingLow(name.replace(/^(?:Geography|Geometry)(?=[LMP])/, ""));
  }
}

/** `MultiPoint` → `multiPoint`, as functions of the runtime are named after types. */
function startingLow(name: string): Code {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` as Code;
}
