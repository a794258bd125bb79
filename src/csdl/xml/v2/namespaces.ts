/** The XML namespaces of OData 2.0 and 3.0 (MS-ODATA, MC-CSDL, MC-EDMX). Prefixes mean nothing: documents declare any. */
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";

const MICROSOFT = "http://schemas.microsoft.com/ado";

/** That of `m:HttpMethod`, `m:HasStream` and others. */
export const METADATA_NAMESPACE = `${MICROSOFT}/2007/08/dataservices/metadata`;

// Those of Gateway and of SuccessFactors.
const sapNamespaces: ReadonlySet<string> = new Set([
  "http://www.sap.com/Protocols/SAPData",
  "http://www.successfactors.com/edm/sap",
]);

const edmNamespaces: ReadonlySet<string> = new Set(
  ["2006/04", "2007/05", "2008/01", "2008/09", "2009/08", "2009/11"].map((date) => `${MICROSOFT}/${date}/edm`),
);
const edmxNamespaces: ReadonlySet<string> = new Set(
  ["2007/06", "2008/10", "2009/11"].map((date) => `${MICROSOFT}/${date}/edmx`),
);

/** The namespace of schemas of OData 3.0. */
export const EDM_3_NAMESPACE = `${MICROSOFT}/2009/11/edm`;

// Any namespace with a year and a month, also one that no version of OData has.
const DATED = /^http:\/\/schemas\.microsoft\.com\/ado\/\d{4}\/\d{2}\/edmx?$/;

export function isOldEdm({ namespace }: XmlElement): boolean {
  return edmNamespaces.has(namespace);
}

export function isOldEdmx({ namespace }: XmlElement): boolean {
  return edmxNamespaces.has(namespace);
}

/** Whether an element is in a namespace of OData before 4.0, or in one that looks like such. */
export function isBeforeOasis({ namespace }: XmlElement): boolean {
  return DATED.test(namespace);
}

/** An attribute of the namespace with the prefix `m`. */
export function metadataAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((candidate) => candidate.name === name && candidate.namespace === METADATA_NAMESPACE);
}

// Markup beside CSDL that services are known to write. What it says is read as annotations, or nobody needs it: code
// generation and lazy loading in Entity Framework, links of Gateway to the document itself.
const KNOWN = new RegExp(
  [
    "^http://www\\.w3\\.org/2005/Atom$",
    `^${MICROSOFT.replaceAll(".", "\\.")}/\\d{4}/\\d{2}/(?:edm/\\w+|codegeneration)$`,
  ].join("|"),
);

/** Whether elements and attributes of a namespace are expected beside CSDL. */
export function isKnownBesideCsdl(namespace: string): boolean {
  return KNOWN.test(namespace) || sapNamespaces.has(namespace);
}

/** An attribute with which services of SAP say what OData 2.0 has no words for: `sap:label`. */
export function sapAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((one) => one.name === name && sapNamespaces.has(one.namespace));
}

/** The children of the namespace of CSDL before 4.0 that have a name. */
export function oldChildren(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && isOldEdm(child));
}
