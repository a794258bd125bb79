/** How values of primitive types are checked, with their facets. */
import { code, joined, literal, type Code } from "../../code/code.js";
import type { Facets } from "../../edm/annotations.js";
import type { EdmTypeName } from "../../edm/primitive-types.js";
import { facetLimitsOf } from "../../facts/value-facts.js";

/** A function of the runtime, and the arguments that it takes after the flags. */
export interface PrimitiveCheck {
  readonly helper: Code;
  readonly facets: readonly Code[];
}

export function primitiveCheckOf(name: EdmTypeName, facets: Facets = {}): PrimitiveCheck {
  const limits = facetLimitsOf(name, facets).flatMap((limit) => limit ?? []);
  return {
    helper: helperOf(name, facets),
    facets: limits.map((limit) => (typeof limit === "number" ? code`${limit}` : literal(limit))),
  };
}

/** The check of one value as an expression: the function itself, where there are no facets. */
export function itemCheckOf(name: EdmTypeName, given?: Facets): Code {
  const { helper, facets } = primitiveCheckOf(name, given);
  return facets.length === 0
    ? code`v.${helper}`
    : code`(x, d, i, f) => v.${helper}(x, d, i, f, ${joined(facets, ", ")})`;
}

function helperOf(name: EdmTypeName, { unicode }: Facets): Code {
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
