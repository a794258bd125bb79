/** The markup beside CSDL that old documents annotate their elements with. Prefixes mean nothing, namespaces count. */
import type { XmlAttribute, XmlElement } from "../../tree/xml-element.js";
import { changed } from "../elements.js";

/** That of `sap:label` and others (SAP Annotations for OData Version 2.0). */
export const SAP_NAMESPACE = "http://www.sap.com/Protocols/SAPData";

/** That of `StoreGeneratedPattern` (MS-CSDL §2.2). */
const STORE_NAMESPACE = "http://schemas.microsoft.com/ado/2009/02/edm/annotation";

export function sapAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return attributeIn(SAP_NAMESPACE, name, element);
}

export function storeAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return attributeIn(STORE_NAMESPACE, name, element);
}

/** Whether an attribute `sap:name` of an element states a value; what is left out has the default of the attribute. */
export function isStated(element: XmlElement, name: string, value: "true" | "false"): boolean {
  return sapAttribute(element, name)?.value.trim() === value;
}

function attributeIn(namespace: string, name: string, { attributes }: XmlElement): XmlAttribute | undefined {
  return attributes.find((candidate) => candidate.name === name && candidate.namespace === namespace);
}

/** An attribute that stands for one of CSDL under another name. */
export function sapAttributeAs(name: string, sapName: string, element: XmlElement): XmlAttribute | undefined {
  const stated = sapAttribute(element, sapName);
  return stated && changed(stated, name);
}
