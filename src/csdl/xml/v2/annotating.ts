import { attribute } from "../access.js";
import { EDM_NAMESPACE } from "../grammar.js";
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";
import { changed, edmElement } from "./elements.js";
import { isOldEdm } from "./namespaces.js";
import type { Translation } from "./translation.js";

/** The annotations of an element: those that are written, and what other markup says. */
export function annotatingChildren(element: XmlElement, { annotations }: Translation): readonly XmlElement[] {
  return [...writtenAnnotations(element), ...annotations.of(element)];
}

/** The annotations of OData 4.0 and of 3.0 inside an element. */
export function writtenAnnotations(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.namespace === EDM_NAMESPACE) return [child];
    return isAnnotation(child) ? [translateAnnotation(child)] : [];
  });
}

/** The annotations of another element (MC-CSDL). */
export function translateAnnotations(element: XmlElement): XmlElement {
  const attributes = [attribute(element, "Target"), attribute(element, "Qualifier")];
  return edmElement("Annotations", element.at, attributes, writtenAnnotations(element));
}

function isAnnotation(element: XmlElement): boolean {
  return isOldEdm(element) && element.name in ANNOTATIONS;
}

const ANNOTATIONS: Readonly<Record<string, string>> = {
  Annotation: "Annotation",
  ValueAnnotation: "Annotation",
  TypeAnnotation: "Annotation",
};

const EXPRESSIONS: Readonly<Record<string, string>> = {
  ...ANNOTATIONS,
  AssertType: "Cast",
  IsType: "IsOf",
  DateTime: "DateTimeOffset",
  Time: "TimeOfDay",
  EnumMemberReference: "EnumMember",
  ParameterReference: "Path",
  PropertyReference: "Path",
};

/** An annotation or an expression of OData 3.0 (MC-CSDL) under the name that it has in 4.0. */
function translateAnnotation(element: XmlElement): XmlElement {
  if (element.namespace === EDM_NAMESPACE) return element;
  const name = EXPRESSIONS[element.name] ?? element.name;
  const children = element.children.map(translateAnnotation);
  const attributes = element.attributes.map(translateValue);
  const isRecord = element.name === "TypeAnnotation";
  const content = isRecord ? [edmElement("Record", element.at, [], children)] : children;
  const reference = element.name.endsWith("Reference") ? attribute(element, "Name")?.value : undefined;
  const text = reference ?? (element.name === "DateTime" ? withZone(element.text) : element.text);
  return { ...edmElement(name, element.at, reference === undefined ? attributes : [], content), text };
}

function translateValue(value: XmlAttribute): XmlAttribute {
  if (value.namespace !== "") return value;
  if (value.name === "DateTime") return changed(value, "DateTimeOffset", withZone(value.value));
  return value.name === "Time" ? changed(value, "TimeOfDay") : value;
}

/** OData 4.0 has no point in time without a zone. */
function withZone(text: string): string {
  return /(?:Z|[+-]\d\d:\d\d)$/.test(text.trim()) ? text : `${text.trim()}Z`;
}
