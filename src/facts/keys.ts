/** The keys of entity types, with the types of their parts. */
import type { PropertyRef, StructuredType, TypeRef } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import { alternateKeysOf } from "../vocabularies/alternate-keys.js";
import { allMembers } from "./members-of.js";

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
  const ref = allMembers(type, model).find(({ name }) => name === first)?.type;
  if (rest.length === 0 || ref === undefined) return ref;
  const next = model.type(ref.type);
  return next !== undefined && isStructured(next) ? typeAt(next, rest, model) : undefined;
}
