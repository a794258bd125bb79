/** The keys of entity types, with the types of their parts. */
import type { AnyProperty, PropertyRef, StructuredType, TypeRef } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import { alternateKeysOf } from "../vocabularies/alternate-keys.js";

/** A property of a key. */
export interface KeyPart {
  /** As a key predicate calls it: the alias, else the name of the property. */
  readonly name: string;
  readonly type?: TypeRef;
}

export interface Keys {
  /** Declared on the type or inherited; empty where it has none. */
  readonly key: readonly KeyPart[];
  /** Core.AlternateKeys, own and inherited; those with a part of an unknown type are left out. */
  readonly alternateKeys: readonly (readonly KeyPart[])[];
}

export function keysOf(type: StructuredType, model: Model): Keys {
  return {
    key: keyRefsOf(type, model).map(({ name, alias }) => keyPart(alias ?? name, name, type, model)),
    alternateKeys: [type, ...model.bases(type)]
      .flatMap(alternateKeysOf)
      .map((key) => key.map(({ name, path }) => keyPart(name, path, type, model)))
      .filter((key) => key.every((part) => part.type !== undefined)),
  };
}

export function keyRefsOf(type: StructuredType, model: Model): readonly PropertyRef[] {
  return [type, ...model.bases(type)].find(({ key }) => key !== undefined)?.key ?? [];
}

function keyPart(name: string, path: string, type: StructuredType, model: Model): KeyPart {
  const ref = typeAt(type, path.split("/"), model);
  return { name, ...(ref !== undefined && { type: ref }) };
}

/** The type at the end of a path: a key may lie in a complex property, `address/city` (CSDL 4.01 §6.5). */
function typeAt(type: StructuredType, [first, ...rest]: readonly string[], model: Model): TypeRef | undefined {
  const ref = memberNamed(first, [type, ...model.bases(type)])?.type;
  if (rest.length === 0 || ref === undefined) return ref;
  const next = model.type(ref.type);
  return next !== undefined && isStructured(next) ? typeAt(next, rest, model) : undefined;
}

/** Of members of one name that of the topmost base. */
function memberNamed(wanted: string | undefined, line: readonly StructuredType[]): AnyProperty | undefined {
  const hasName = ({ name }: AnyProperty) => name === wanted;
  for (const { properties, navigationProperties } of line.toReversed()) {
    const found = properties.find(hasName) ?? navigationProperties.find(hasName);
    if (found !== undefined) return found;
  }
  return undefined;
}
