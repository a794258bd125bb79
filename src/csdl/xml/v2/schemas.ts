import { attribute } from "../access.js";
import type { XmlElement } from "../tree/xml-element.js";
import { annotatingChildren, translateAnnotations } from "./annotating.js";
import { translateContainer } from "./containers.js";
import { sapAttributeAs } from "./annotations/markup.js";
import { changed, edmElement } from "./elements.js";
import { isOldEdm, metadataAttribute, oldChildren } from "./namespaces.js";
import { translateNavigationProperty } from "./navigation.js";
import type { Translation } from "./translation.js";
import { facetsOf } from "./facets.js";

/** A schema of OData 2.0 or 3.0 as one of CSDL 4.01. Associations are where they are used. */
export function translateSchema(schema: XmlElement, translation: Translation): XmlElement {
  const namespace = attribute(schema, "Namespace");
  const children = schema.children.flatMap((child) =>
    isOldEdm(child) ? translateChild(child, namespace?.value ?? "", translation) : [],
  );
  const attributes = [namespace, attribute(schema, "Alias")];
  return edmElement("Schema", schema.at, attributes, [...children, ...annotatingChildren(schema, translation)]);
}

function translateChild(element: XmlElement, namespace: string, translation: Translation): readonly XmlElement[] {
  switch (element.name) {
    case "EntityType":
    case "ComplexType":
      return [translateStructuredType(element, translation)];
    case "EnumType":
      return [translateEnumType(element, translation)];
    case "ValueTerm":
      return [translateTyped("Term", element, translation)];
    case "EntityContainer": {
      const { container, operations } = translateContainer(element, namespace, translation);
      return [...operations, container];
    }
    case "Annotations":
      return [translateAnnotations(element)];
    default:
      return [];
  }
}

function translateStructuredType(element: XmlElement, translation: Translation): XmlElement {
  const hasStream = metadataAttribute(element, "HasStream");
  const attributes = [
    ...["Name", "BaseType", "Abstract", "OpenType"].map((name) => attribute(element, name)),
    hasStream && changed(hasStream, "HasStream"),
  ];
  const members = element.children.flatMap((child) => {
    if (!isOldEdm(child)) return [];
    if (child.name === "Key") return [translateKey(child)];
    if (child.name === "Property") return [translateTyped("Property", child, translation)];
    return child.name === "NavigationProperty" ? (translateNavigationProperty(child, translation) ?? []) : [];
  });
  return edmElement(element.name, element.at, attributes, [...members, ...annotatingChildren(element, translation)]);
}

function translateKey(element: XmlElement): XmlElement {
  const parts = oldChildren(element, "PropertyRef").map((part) =>
    edmElement("PropertyRef", part.at, [attribute(part, "Name")]),
  );
  return edmElement("Key", element.at, [], parts);
}

/** A property or a term. */
function translateTyped(name: string, element: XmlElement, translation: Translation): XmlElement {
  const attributes = [
    ...["Name", "Type", "Nullable", "AppliesTo"].map((one) => attribute(element, one)),
    attribute(element, "DefaultValue") ?? sapAttributeAs("DefaultValue", "default", element),
    ...facetsOf(element),
  ];
  return edmElement(name, element.at, attributes, annotatingChildren(element, translation));
}

function translateEnumType(element: XmlElement, translation: Translation): XmlElement {
  const attributes = ["Name", "UnderlyingType", "IsFlags"].map((name) => attribute(element, name));
  const members = oldChildren(element, "Member").map((member) =>
    edmElement(
      "Member",
      member.at,
      [attribute(member, "Name"), attribute(member, "Value")],
      annotatingChildren(member, translation),
    ),
  );
  return edmElement("EnumType", element.at, attributes, [...members, ...annotatingChildren(element, translation)]);
}
