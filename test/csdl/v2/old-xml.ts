import { Report } from "../../../src/diagnostics/report.js";
import type { XmlElement } from "../../../src/csdl/xml/tree/xml-element.js";
import { readXml } from "../../../src/csdl/xml/tree/xml-tree.js";

/** The element of a `Schema` of OData 2.0 with this content, with the usual prefixes, and one that means nothing. */
export function schemaIn(content: string, namespace = "ns"): XmlElement {
  const prefixes = [
    'xmlns="http://schemas.microsoft.com/ado/2008/09/edm"',
    'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"',
    'xmlns:sap="http://www.sap.com/Protocols/SAPData"',
    'xmlns:store="http://schemas.microsoft.com/ado/2009/02/edm/annotation"',
    'xmlns:x="urn:x"',
  ];
  const text = `<Schema Namespace="${namespace}" Alias="Self" ${prefixes.join(" ")}>${content}</Schema>`;
  const report = new Report();
  const schema = readXml({ index: 0, name: "old.xml", text }, report);
  if (schema === undefined) throw new Error(JSON.stringify(report.diagnostics));
  return schema;
}

/** An element with all below it. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

/** An annotation on one line: the term, and its value as `{Property value, …}`, `[items]` or `Kind=constant`. */
export function printed(element: XmlElement): string {
  const { name, attributes, children, text } = element;
  const inner = children.map(printed);
  switch (name) {
    case "Annotation":
    case "PropertyValue":
      return [...attributes.map(shown), ...inner].join(" ");
    case "Record":
      return `{${inner.join(", ")}}`;
    case "Collection":
      return `[${inner.join(", ")}]`;
    default:
      return text;
  }
}

function shown({ name, value }: { readonly name: string; readonly value: string }): string {
  return name === "Term" || name === "Property" ? value : `${name}=${value}`;
}
