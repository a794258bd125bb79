/** Makes `Annotation` elements of CSDL 4.01 (§14.2), at the position of the markup that they stand for. */
import type { At } from "../../../../diagnostics/position.js";
import { EDM_NAMESPACE } from "../../grammar.js";
import type { XmlElement } from "../../tree/xml-element.js";
import { newAttribute } from "../elements.js";

/** A name with the text of its attribute. */
type Attributes = Readonly<Record<string, string>>;

/** A property of a record, with a constant or path in an attribute, or with elements. */
export interface Field {
  readonly property: string;
  readonly at: At;
  readonly value: Attributes | XmlElement;
}

export function annotation(term: string, at: At, value: Attributes | XmlElement = {}): XmlElement {
  return holding("Annotation", { Term: term }, at, value);
}

export function recordAnnotation(term: string, at: At, fields: readonly XmlElement[]): XmlElement {
  return annotation(term, at, element("Record", {}, at, fields));
}

export function propertyValue({ property, at, value }: Field): XmlElement {
  return holding("PropertyValue", { Property: property }, at, value);
}

/** A collection of paths to properties, or to navigation properties. */
export function pathsOf(
  kind: "PropertyPath" | "NavigationPropertyPath",
  paths: readonly { readonly path: string; readonly at: At }[],
  at: At,
): XmlElement {
  const items = paths.map(({ path, at: place }) => ({ ...element(kind, {}, place), text: path }));
  return element("Collection", {}, at, items);
}

export function collectionOf(items: readonly XmlElement[], at: At): XmlElement {
  return element("Collection", {}, at, items);
}

export function recordOf(fields: readonly Field[], at: At): XmlElement {
  return element("Record", {}, at, fields.map(propertyValue));
}

function holding(name: string, attributes: Attributes, at: At, value: Attributes | XmlElement): XmlElement {
  if (isElement(value)) return element(name, attributes, at, [value]);
  return element(name, { ...attributes, ...value }, at);
}

function isElement(value: Attributes | XmlElement): value is XmlElement {
  return "children" in value;
}

function element(name: string, attributes: Attributes, at: At, children: readonly XmlElement[] = []): XmlElement {
  return {
    name,
    namespace: EDM_NAMESPACE,
    attributes: Object.entries(attributes).map(([key, value]) => newAttribute(key, value, at)),
    children,
    text: "",
    at,
  };
}
