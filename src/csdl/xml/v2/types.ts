import { primitiveTypes, oldPrimitiveTypes } from "../../../edm/primitive-types.js";
import { attribute } from "../access.js";
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";
import { changed, newAttribute } from "./elements.js";

const primitives: ReadonlySet<string> = new Set([...primitiveTypes, ...oldPrimitiveTypes]);
const FLOAT = "Edm.Float"; // MS-CSDL 1.0; later called Single

/** A type as CSDL 4.01 names it: primitive types need no namespace in old documents, `String` is `Edm.String`. */
export function typeName(name: string): string {
  const item = /^Collection\((.*)\)$/.exec(name)?.[1];
  if (item !== undefined) return `Collection(${typeName(item)})`;
  const full = primitives.has(name) || name === "Float" ? `Edm.${name}` : name;
  return full === FLOAT ? "Edm.Single" : full;
}

/** The attribute with a type, under the name that it has in CSDL 4.01. */
export function typeAttribute(type: XmlAttribute | undefined, name = "Type"): XmlAttribute | undefined {
  return type && changed(type, name, typeName(type.value));
}

/**
 * The facets of a type that also CSDL 4.01 has. `Max` is no limit. A decimal without a scale has any, while 0 is the
 * default in 4.01 (CSDL 4.01 §7.2.4).
 */
export function facetsOf(element: XmlElement, type: XmlAttribute | undefined): readonly XmlAttribute[] {
  const facets = ["MaxLength", "Precision", "Scale", "SRID", "Unicode"].flatMap((name) => {
    const facet = attribute(element, name);
    const isNoLimit = name === "MaxLength" && facet?.value.toLowerCase() === "max";
    return facet === undefined || isNoLimit ? [] : [facet];
  });
  const isDecimal = type !== undefined && /^(?:Collection\()?(?:Edm\.)?Decimal\)?$/.test(type.value);
  if (!isDecimal || attribute(element, "Scale") !== undefined) return facets;
  return [...facets, newAttribute("Scale", "variable", element.at)];
}
