import { booleanOf, facetNames, readFacets } from "../facets.js";
import { qualifiedName, resolvePath } from "../qualified-names.js";
import { type Reading, defined, simpleName } from "../reading.js";
import type { Facets } from "../../edm/annotations.js";
import type { TypeRef } from "../../edm/elements.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { EDM_NAMESPACE } from "./grammar.js";
import type { XmlAttribute, XmlElement } from "./tree/xml-element.js";

/**
 * Reads single attributes and children of an element. Each function returns undefined for an attribute that is missing
 * (the grammar check reports those that are required) or whose value is illegal (which is reported here).
 */

export function attribute({ attributes }: XmlElement, name: string): XmlAttribute | undefined {
  for (const candidate of attributes) if (candidate.name === name && candidate.namespace === "") return candidate;
  return undefined;
}

export function isEdm({ namespace }: XmlElement): boolean {
  return namespace === EDM_NAMESPACE;
}

export function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.length === 0 ? NO_CHILDREN : children.filter((child) => child.name === name && isEdm(child));
}

const NO_CHILDREN: readonly XmlElement[] = [];

/** The results of `read` for the children with a name, without those for which it returns undefined. */
export function readChildren<T>(
  element: XmlElement,
  name: string,
  reading: Reading,
  read: (child: XmlElement, reading: Reading) => T | undefined,
): T[] {
  return childrenNamed(element, name).flatMap((child) => read(child, reading) ?? []);
}

export function nameOf(element: XmlElement, what: string, reading: Reading): SimpleName | undefined {
  const name = attribute(element, "Name");
  return name && simpleName(name, what, reading);
}

export function flag(element: XmlElement, name: string, reading: Reading): boolean | undefined {
  return booleanOf(attribute(element, name), name, reading);
}

export function qualified(element: XmlElement, name: string, reading: Reading): QualifiedName | undefined {
  const text = attribute(element, name);
  return text && qualifiedName(text, reading);
}

export function path(element: XmlElement, name: string, reading: Reading): string | undefined {
  const text = attribute(element, name);
  return text && resolvePath(text.value, reading);
}

export function facets(element: XmlElement, reading: Reading): Facets | undefined {
  if (!element.attributes.some(({ name }) => facetNames.has(name))) return undefined;
  return readFacets((name) => attribute(element, name), reading);
}

/** The type of a property, parameter, return type or term: `Type`, `Nullable` and the facets (CSDL 4.01 §7.1, §7.2). */
export function typeRef(element: XmlElement, reading: Reading): TypeRef | undefined {
  const named = typeNamed(element, reading);
  const nullable = flag(element, "Nullable", reading);
  const typeFacets = facets(element, reading);
  return named && defined({ type: named.type, collection: named.collection, nullable, facets: typeFacets });
}

/** The attribute `Type` without the `Collection(…)` around its name, which `resolve` checks and resolves. */
export function typeNamed(
  element: XmlElement,
  reading: Reading,
  resolve: typeof qualifiedName = qualifiedName,
): { readonly type: QualifiedName; readonly collection: boolean } | undefined {
  const text = attribute(element, "Type");
  if (text === undefined) return undefined;
  const item = itemOf(text.value);
  if (item !== undefined && itemOf(item) !== undefined) {
    reading.report.add("illegal-value", text.at, {
      name: "Type",
      value: text.value,
      expected: "a type, or a collection of a type that is no collection",
    });
    return undefined;
  }
  const type = resolve(text, reading, item ?? text.value);
  return type && { type, collection: item !== undefined };
}

const COLLECTION = "Collection(";

function itemOf(type: string): string | undefined {
  return type.startsWith(COLLECTION) && type.endsWith(")") ? type.slice(COLLECTION.length, -1) : undefined;
}
