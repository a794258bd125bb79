import type { EnumType, Member, TypeDefinition } from "../../edm/elements.js";
import { qualify, type QualifiedName } from "../../edm/names.js";
import { withoutDuplicates } from "../duplicates.js";
import { enumValue, underlyingEnumType } from "../enum-values.js";
import { qualifiedName } from "../qualified-names.js";
import { type Reading, defined, localName } from "../reading.js";
import { attribute, childrenNamed, facets, flag, nameOf, qualified } from "./access.js";
import { readAnnotations } from "./annotations.js";
import type { XmlElement } from "./tree/xml-element.js";

/** An enum type (CSDL 4.01 §10). */
export function readEnumType(element: XmlElement, namespace: string, reading: Reading): EnumType | undefined {
  const simple = nameOf(element, "an enum type", reading);
  if (simple === undefined) return undefined;
  const name = qualify(namespace, simple);
  const underlyingType = readUnderlyingType(element, reading);
  const members = withoutDuplicates(readMembers(element, underlyingType, reading), "Member", name, reading);
  return defined({
    kind: "EnumType" as const,
    name,
    at: element.at,
    by: "csdl" as const,
    underlyingType,
    flags: flag(element, "IsFlags", reading),
    members,
    annotations: readAnnotations(element, reading),
  });
}

function readUnderlyingType(element: XmlElement, reading: Reading): QualifiedName | undefined {
  const text = attribute(element, "UnderlyingType");
  const type = text && qualifiedName(text, reading);
  return text && type && underlyingEnumType(type, text, "UnderlyingType", reading);
}

/** A member without a value has that of the member before it plus one, or 0 (CSDL 4.01 §10.3.2). */
function readMembers(
  element: XmlElement,
  underlyingType: QualifiedName | undefined,
  reading: Reading,
): readonly Member[] {
  const members: Member[] = [];
  let next = 0n;
  for (const child of childrenNamed(element, "Member")) {
    const written = attribute(child, "Name");
    const name = written && localName(written, "an enum member", reading);
    const text = attribute(child, "Value");
    const value = text === undefined ? next : enumValue(text, written?.value ?? "", underlyingType, reading);
    next = (value ?? next) + 1n;
    if (name === undefined) continue;
    members.push(
      defined({ name, value, at: child.at, by: "csdl" as const, annotations: readAnnotations(child, reading) }),
    );
  }
  return members;
}

/** A type definition (CSDL 4.01 §11). */
export function readTypeDefinition(
  element: XmlElement,
  namespace: string,
  reading: Reading,
): TypeDefinition | undefined {
  const name = nameOf(element, "a type definition", reading);
  const underlyingType = qualified(element, "UnderlyingType", reading);
  if (name === undefined || underlyingType === undefined) return undefined;
  return defined({
    kind: "TypeDefinition" as const,
    name: qualify(namespace, name),
    at: element.at,
    by: "csdl" as const,
    underlyingType,
    facets: facets(element, reading),
    annotations: readAnnotations(element, reading),
  });
}
