import type { Property, StructuredType } from "../../edm/elements.js";
import type { Collected } from "../collect.js";
import type { Bases } from "./bases.js";

/**
 * Gives properties whose values have several types in examples the nearest base that these have in common. Without one,
 * the type is not known.
 */
export function withCommonBases(collected: Collected, bases: Bases): Collected {
  const withBase = (property: Property): Property => {
    const { otherTypes, type: shown, ...own } = property;
    if (otherTypes === undefined || shown === undefined) return property;
    const type = bases.common([shown.type, ...otherTypes]);
    return type === undefined ? own : { ...own, type: { ...shown, type } };
  };
  const withBaseOfEach = (type: StructuredType): StructuredType =>
    type.properties.some(({ otherTypes }) => otherTypes !== undefined)
      ? { ...type, properties: type.properties.map(withBase) }
      : type;
  const structured = new Map(
    [...collected.structured].map(
      ([name, [first, ...others]]) => [name, [withBaseOfEach(first), ...others.map(withBaseOfEach)]] as const,
    ),
  );
  return { ...collected, structured };
}
