import type { Include, IncludeAnnotations, Reference } from "../../edm/document.js";
import { type NamespaceDeclaration, type Reading, defined } from "../reading.js";
import { attribute } from "./access.js";
import { readAnnotations } from "./annotations.js";
import { EDM_NAMESPACE, EDMX_NAMESPACE, XML_NAMESPACE } from "./grammar.js";
import type { XmlElement } from "./tree/xml-element.js";

export function edmxChildren(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === EDMX_NAMESPACE);
}

/** The namespaces of the schemas and includes of a document, with their aliases. */
export function readDeclarations(
  references: readonly XmlElement[],
  schemas: readonly XmlElement[],
): readonly NamespaceDeclaration[] {
  const declaring = [...references.flatMap((reference) => edmxChildren(reference, "Include")), ...schemas];
  return declaring.flatMap((element) => {
    const namespace = attribute(element, "Namespace");
    return namespace === undefined ? [] : [{ namespace, alias: attribute(element, "Alias") }];
  });
}

/** A reference (CSDL 4.01 §4.1). `base` is the `xml:base` of the elements around it. */
export function readReference(element: XmlElement, base: string | undefined, reading: Reading): Reference | undefined {
  const uri = attribute(element, "Uri")?.value;
  if (uri === undefined) return undefined;
  return defined({
    uri: relativeTo(baseOf(element) ?? base, uri),
    at: element.at,
    includes: edmxChildren(element, "Include").flatMap((child) => readInclude(child, reading) ?? []),
    includeAnnotations: edmxChildren(element, "IncludeAnnotations").flatMap(
      (child) => readIncludeAnnotations(child) ?? [],
    ),
    annotations: readAnnotations(element, reading),
  });
}

export function baseOf({ attributes }: XmlElement): string | undefined {
  return attributes.find(({ name, namespace }) => name === "base" && namespace === XML_NAMESPACE)?.value;
}

/** Resolves a URI against an `xml:base`, which may itself be relative to the document. */
function relativeTo(base: string | undefined, uri: string): string {
  if (base === undefined || URL.canParse(uri)) return uri;
  if (URL.canParse(base)) return URL.canParse(uri, base) ? new URL(uri, base).href : uri;
  return uri.startsWith("/") ? uri : base.slice(0, base.lastIndexOf("/") + 1) + uri;
}

function readInclude(element: XmlElement, reading: Reading): Include | undefined {
  const namespace = attribute(element, "Namespace")?.value;
  if (namespace === undefined) return undefined;
  return defined({
    namespace,
    alias: attribute(element, "Alias")?.value,
    annotations: readAnnotations(element, reading),
  });
}

function readIncludeAnnotations(element: XmlElement): IncludeAnnotations | undefined {
  const termNamespace = attribute(element, "TermNamespace")?.value;
  if (termNamespace === undefined) return undefined;
  const qualifier = attribute(element, "Qualifier")?.value;
  return defined({ termNamespace, qualifier, targetNamespace: attribute(element, "TargetNamespace")?.value });
}

export function isSchema({ name, namespace }: XmlElement): boolean {
  return name === "Schema" && namespace === EDM_NAMESPACE;
}
