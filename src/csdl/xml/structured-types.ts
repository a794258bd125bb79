import type {
  NavigationProperty,
  OnDelete,
  Property,
  PropertyRef,
  ReferentialConstraint,
  StructuredType,
} from "../../edm/elements.js";
import { qualify, type SimpleName } from "../../edm/names.js";
import { withoutDuplicates } from "../duplicates.js";
import { readOnDeleteAction } from "../on-delete.js";
import { resolvePath } from "../qualified-names.js";
import { type Reading, defined, simpleName } from "../reading.js";
import { attribute, childrenNamed, flag, nameOf, path, qualified, readChildren, typeRef } from "./access.js";
import { readAnnotations } from "./annotations.js";
import type { XmlElement } from "./tree/xml-element.js";

/** An entity type or a complex type (CSDL 4.01 §6, §9). */
export function readStructuredType(
  kind: StructuredType["kind"],
  element: XmlElement,
  namespace: string,
  reading: Reading,
): StructuredType | undefined {
  const simple = nameOf(element, kind === "EntityType" ? "an entity type" : "a complex type", reading);
  if (simple === undefined) return undefined;
  const name = qualify(namespace, simple);
  const properties = readChildren(element, "Property", reading, readProperty);
  const navigationProperties = readChildren(element, "NavigationProperty", reading, readNavigationProperty);
  const members = withoutDuplicates([...properties, ...navigationProperties], "Property", name, reading);
  return defined({
    kind,
    name,
    at: element.at,
    by: "csdl" as const,
    base: qualified(element, "BaseType", reading),
    abstract: flag(element, "Abstract", reading),
    open: flag(element, "OpenType", reading),
    hasStream: flag(element, "HasStream", reading),
    key: readKey(element, reading),
    properties: members.filter((member) => member.kind === "Property"),
    navigationProperties: members.filter((member) => member.kind === "NavigationProperty"),
    annotations: readAnnotations(element, reading),
  });
}

function readKey(element: XmlElement, reading: Reading): readonly PropertyRef[] | undefined {
  const [key, second] = childrenNamed(element, "Key");
  if (second !== undefined)
    reading.report.add("duplicate-name", second.at, { what: "The element", name: "Key", owner: element.name });
  return key && readChildren(key, "PropertyRef", reading, readPropertyRef);
}

function readPropertyRef(element: XmlElement, reading: Reading): PropertyRef | undefined {
  const name = path(element, "Name", reading);
  if (name === undefined) return undefined;
  const aliasText = attribute(element, "Alias");
  const alias: SimpleName | undefined = aliasText && simpleName(aliasText, "a key alias", reading);
  return defined({ name, alias, at: element.at });
}

function readProperty(element: XmlElement, reading: Reading): Property | undefined {
  const name = nameOf(element, "a property", reading);
  return (
    name &&
    defined({
      kind: "Property" as const,
      name,
      at: element.at,
      by: "csdl" as const,
      type: typeRef(element, reading),
      defaultValue: attribute(element, "DefaultValue")?.value,
      annotations: readAnnotations(element, reading),
    })
  );
}

function readNavigationProperty(element: XmlElement, reading: Reading): NavigationProperty | undefined {
  const name = nameOf(element, "a navigation property", reading);
  if (name === undefined) return undefined;
  const constraints = readChildren(element, "ReferentialConstraint", reading, readReferentialConstraint);
  return defined({
    kind: "NavigationProperty" as const,
    name,
    at: element.at,
    by: "csdl" as const,
    type: typeRef(element, reading),
    partner: path(element, "Partner", reading),
    containsTarget: flag(element, "ContainsTarget", reading),
    referentialConstraints: constraints.length > 0 ? constraints : undefined,
    onDelete: readOnDelete(element, reading),
    annotations: readAnnotations(element, reading),
  });
}

function readReferentialConstraint(element: XmlElement, reading: Reading): ReferentialConstraint | undefined {
  const property = attribute(element, "Property");
  const referenced = attribute(element, "ReferencedProperty");
  if (property === undefined || referenced === undefined) return undefined;
  return defined({
    property: resolvePath(property.value, reading),
    referencedProperty: resolvePath(referenced.value, reading),
    at: element.at,
    annotations: readAnnotations(element, reading),
  });
}

function readOnDelete(element: XmlElement, reading: Reading): OnDelete | undefined {
  const [child, second] = childrenNamed(element, "OnDelete");
  if (second !== undefined)
    reading.report.add("duplicate-name", second.at, { what: "The element", name: "OnDelete", owner: element.name });
  const text = child && attribute(child, "Action");
  if (child === undefined || text === undefined) return undefined;
  const action = readOnDeleteAction(text, "Action", reading);
  return action && defined({ action, at: child.at, annotations: readAnnotations(child, reading) });
}
