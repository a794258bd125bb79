import { attribute } from "../access.js";
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";
import { newAttribute } from "./elements.js";

/**
 * The facets of a type that also CSDL 4.01 has. `Max` is no limit. A decimal without a scale has any, while 0 is the
 * default in 4.01 (CSDL 4.01 §7.2.4).
 */
export function facetsOf(element: XmlElement, type = attribute(element, "Type")): readonly XmlAttribute[] {
  const facets = ["MaxLength", "Precision", "Scale", "SRID", "Unicode"].flatMap((name) => {
    const facet = attribute(element, name);
    const isNoLimit = name === "MaxLength" && facet?.value.toLowerCase() === "max";
    return facet === undefined || isNoLimit ? [] : [facet];
  });
  const isDecimal = /^(?:Collection\()?Edm\.Decimal\)?$/.test(type?.value ?? "");
  if (!isDecimal || attribute(element, "Scale") !== undefined) return facets;
  return [...facets, newAttribute("Scale", "variable", element.at)];
}
