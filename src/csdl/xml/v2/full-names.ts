import { oldPrimitiveTypes, primitiveTypes } from "../../../edm/primitive-types.js";
import type { Report } from "../../../diagnostics/report.js";
import { attribute } from "../access.js";
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";
import { changed, newAttribute } from "./elements.js";
import { isOldEdm } from "./namespaces.js";

/**
 * Old schemas with the names of types and associations as CSDL 4.01 has them. Primitive types need no namespace in old
 * documents: `String` is `Edm.String`. Other names need one, but services leave it out.
 */
export function withFullNames(written: readonly XmlElement[], report: Report): readonly XmlElement[] {
  const schemas = written.map((schema) => withNamespace(schema, report));
  const declared = schemas.map((schema) => {
    const namespace = attribute(schema, "Namespace")?.value ?? "";
    return new Map(schema.children.map((child) => [attribute(child, "Name")?.value, namespace]));
  });
  return schemas.map((schema, index) => {
    const others = declared.flatMap((names) => [...names]);
    const namespaces = new Map([...others, ...(declared[index] ?? [])]);
    return withNames(schema, { namespaces, report });
  });
}

const ASSUMED_NAMESPACE = "Default";

/** A schema with a namespace, which elements of CSDL 4.01 need in their names. */
function withNamespace(schema: XmlElement, report: Report): XmlElement {
  const written = attribute(schema, "Namespace");
  if (written !== undefined && written.value.trim() !== "") return schema;
  report.add("namespace-missing", written?.at ?? schema.at, { read: ASSUMED_NAMESPACE });
  const others = schema.attributes.filter((one) => one !== written);
  return { ...schema, attributes: [...others, newAttribute("Namespace", ASSUMED_NAMESPACE, schema.at)] };
}

interface Scope {
  /** The namespaces of all simple names that are declared; of those in several, the own one. */
  readonly namespaces: ReadonlyMap<string | undefined, string>;
  readonly report: Report;
}

const NAMES: ReadonlySet<string> = new Set([
  "Association",
  "BaseType",
  "EntityType",
  "Relationship",
  "ReturnType",
  "Type",
  "UnderlyingType",
]);

function withNames(element: XmlElement, scope: Scope): XmlElement {
  if (!isOldEdm(element)) return element;
  const isNamed = element.attributes.some(({ name, namespace }) => namespace === "" && NAMES.has(name));
  const attributes = isNamed ? element.attributes.map((one) => withName(one, scope)) : element.attributes;
  return { ...element, attributes, children: element.children.map((child) => withNames(child, scope)) };
}

function withName(written: XmlAttribute, scope: Scope): XmlAttribute {
  if (written.namespace !== "" || !NAMES.has(written.name)) return written;
  const item = /^Collection\((.*)\)$/.exec(written.value)?.[1];
  const name = fullName(item ?? written.value, written, scope);
  const value = item === undefined ? name : `Collection(${name})`;
  return value === written.value ? written : changed(written, written.name, value);
}

const primitives: ReadonlySet<string> = new Set([...primitiveTypes, ...oldPrimitiveTypes]);

function fullName(name: string, written: XmlAttribute, { namespaces, report }: Scope): string {
  // Single was called Float in the first version of CSDL.
  if (name === "Edm.Float" || name === "Float") return "Edm.Single";
  if (name.includes(".")) return name;
  if (primitives.has(name)) return `Edm.${name}`;
  const namespace = namespaces.get(name);
  if (namespace === undefined) return name;
  report.add("namespace-assumed", written.at, { name, full: `${namespace}.${name}` });
  return `${namespace}.${name}`;
}
