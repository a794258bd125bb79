/** The markup beside CSDL that old documents annotate their elements with. Prefixes mean nothing, namespaces count. */
import type { XmlAttribute, XmlElement } from "../../tree/xml-element.js";
import { changed } from "../elements.js";
import { sapAttribute } from "../namespaces.js";

/** That of `StoreGeneratedPattern` (MC-CSDL). */
const STORE_NAMESPACE = "http://schemas.microsoft.com/ado/2009/02/edm/annotation";

export function storeAttribute({ attributes }: XmlElement, name: string): XmlAttribute | undefined {
  return attributes.find((candidate) => candidate.name === name && candidate.namespace === STORE_NAMESPACE);
}

/** Whether an attribute `sap:name` of an element states a value; what is left out has the default of the attribute. */
export function isStated(element: XmlElement, name: string, value: "true" | "false"): boolean {
  return sapAttribute(element, name)?.value.trim() === value;
}

/** An attribute that stands for one of CSDL under another name. */
export function sapAttributeAs(name: string, sapName: string, element: XmlElement): XmlAttribute | undefined {
  const stated = sapAttribute(element, sapName);
  return stated && changed(stated, name);
}
