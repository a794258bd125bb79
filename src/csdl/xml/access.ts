import { booleanOf, readFacets } from "../facets.js";
import { qualifiedName, resolvePath } from "../qualified-names.js";
import { type Reading, defined, simpleName } from "../reading.js";
import type { Facets } from "../../edm/annotations.js";
import type { TypeRef } from "../../edm/elements.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { EDM_NAMESPACE } from "./grammar.js";
import type { XmlAttribute, XmlElement } from "./tree/xml-element.js";

/** Ways to take what an element says. What is missing was said by the grammar check; here it is just absent. */

export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  for (const candidate of element.attributes) {
    if (candidate.name === name && candidate.namespace === "") return candidate;
  }
  return undefined;
}

export function isEdm({ namespace }: XmlElement): boolean {
  return namespace === EDM_NAMESPACE;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && isEdm(child));
}

/** What a reader makes of the children of one name; those that it can make nothing of are left out. */
export function readChildren<T>(
  element: XmlElement,
  name: string,
  reading: Reading,
  read: (child: XmlElement, reading: Reading) => T | undefined,
): T[] {
  const results: T[] = [];
  for (const child of element.children) {
    if (child.name !== name || !isEdm(child)) continue;
    const result = read(child, reading);
    if (result !== undefined) results.push(result);
  }
  return results;
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

// Few of the many elements that may have facets have any.
function isFacet({ name }: XmlAttribute): boolean {
  return name === "MaxLength" || name === "Precision" || name === "Scale" || name === "SRID" || name === "Unicode";
}

export function facets(element: XmlElement, reading: Reading): Facets | undefined {
  return element.attributes.some(isFacet) ? readFacets((name) => attribute(element, name), reading) : undefined;
}

/** The type that an element uses: `Type`, `Nullable` and the facets (CSDL 4.01 §7.1, §7.2). */
export function typeRef(element: XmlElement, reading: Reading): TypeRef | undefined {
  const named = typeNamed(element, reading);
  const nullable = flag(element, "Nullable", reading);
  const facetsSaid = facets(element, reading);
  return named && defined({ type: named.type, collection: named.collection, nullable, facets: facetsSaid });
}

/** The type in `Type`, with the `Collection(…)` around it taken off. `resolve` says how names are looked up there. */
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
      expected: "a type, or a collection of a type that is none",
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
