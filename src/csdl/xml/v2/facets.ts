import { attribute } from "../access.js";
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";
import { changed, newAttribute } from "./elements.js";
import { sapAttribute } from "./namespaces.js";

/**
 * The facets of a type that also CSDL 4.01 has. `Max` is no limit. A decimal without a scale has any, while 0 is the
 * default in 4.01 (CSDL 4.01 §7.2.4); with `sap:variable-scale` it is a floating one.
 */
export function facetsOf(element: XmlElement, type = attribute(element, "Type")): readonly XmlAttribute[] {
  const facets = ["MaxLength", "Precision", "SRID", "Unicode"].flatMap((name) => {
    const facet = attribute(element, name);
    const isNoLimit = name === "MaxLength" && facet?.value.toLowerCase() === "max";
    return facet === undefined || isNoLimit ? [] : [facet];
  });
  const scale = scaleOf(element, type);
  return scale === undefined ? facets : [...facets, scale];
}

function scaleOf(element: XmlElement, type: XmlAttribute | undefined): XmlAttribute | undefined {
  const isDecimal = /^(?:Collection\()?Edm\.Decimal\)?$/.test(type?.value ?? "");
  const floating = sapAttribute(element, "variable-scale");
  if (isDecimal && floating?.value === "true") return changed(floating, "Scale", "floating");
  return attribute(element, "Scale") ?? (isDecimal ? newAttribute("Scale", "variable", element.at) : undefined);
}
