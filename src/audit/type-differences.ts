import type { TypeRef } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { edm, edmTypeOf } from "../edm/primitive-types.js";
import type { Cause } from "./causes.js";

export type TypeCause = Extract<Cause, `type-${string}`>;

/** Compares a documented type with the one in the CSDL: the type itself, and whether it is a collection. */
export function typeDifferences(documented: TypeRef, csdl: TypeRef, model: Model): readonly TypeCause[] {
  if (isSameType(documented, csdl)) return [];
  const cause = typeDifference(documented.type, csdl.type, model);
  return [
    ...(cause === undefined ? [] : [cause]),
    ...(documented.collection === csdl.collection || documented.type === UNTYPED
      ? []
      : (["type-collection-differs"] as const)),
  ];
}

export function isSameType(a: TypeRef, b: TypeRef): boolean {
  return a.type === b.type && a.collection === b.collection;
}

const UNTYPED = edm("Untyped");

function typeDifference(documented: QualifiedName, csdl: QualifiedName, model: Model): TypeCause | undefined {
  const declared = underlying(csdl, model);
  if (documented === csdl || underlying(documented, model) === declared) return undefined;
  if (documented === UNTYPED) return holdsAnything(declared, model) ? undefined : "type-vague";
  if (edmTypeOf(documented) !== undefined) return primitiveDifference(documented, declared, model);
  if (edmTypeOf(declared) !== undefined) return declared === UNTYPED ? undefined : "type-model-for-primitive";
  if (model.type(documented) === undefined) return "type-unknown";
  if (basesOf(csdl, model).includes(documented)) return "type-base-for-derived";
  return basesOf(documented, model).includes(csdl) ? "type-derived-for-base" : "type-model-differs";
}

function primitiveDifference(documented: QualifiedName, csdl: QualifiedName, model: Model): TypeCause {
  if (edmTypeOf(csdl) !== undefined) return "type-primitive-differs";
  return documented === edm("String") && model.type(csdl)?.kind === "EnumType"
    ? "type-enum-as-string"
    : "type-primitive-for-model";
}

/** The underlying type of a type definition, since pages name that; any other type unchanged. */
function underlying(name: QualifiedName, model: Model): QualifiedName {
  const type = model.type(name);
  return type?.kind === "TypeDefinition" ? type.underlyingType : name;
}

/** Whether a type stands for any JSON value: it has no properties, such as `microsoft.graph.Json`. */
function holdsAnything(name: QualifiedName, model: Model): boolean {
  const type = model.type(name);
  if (name === UNTYPED) return true;
  return (
    type !== undefined &&
    isStructured(type) &&
    [type, ...model.bases(type)].every(
      ({ properties, navigationProperties }) => properties.length + navigationProperties.length === 0,
    )
  );
}

export function basesOf(name: QualifiedName, model: Model): readonly QualifiedName[] {
  const type = model.type(name);
  return type !== undefined && isStructured(type) ? model.bases(type).map((base) => base.name) : [];
}

/** The text of a type: `Collection(ns.Type)`; Edm types without namespace, as on pages. */
export function typeText({ type, collection }: TypeRef): string {
  const name = edmTypeOf(type) ?? type;
  return collection ? `Collection(${name})` : name;
}

/** The message for a difference between types. */
export function typeMessage(cause: TypeCause, documented: TypeRef, csdl: TypeRef): string {
  if (cause === "type-vague") return `documented without a definite type, declared as ${typeText(csdl)} in the CSDL`;
  if (cause === "type-unknown")
    return `documented as ${typeText(documented)}, which the CSDL does not declare; declared as ${typeText(csdl)}`;
  return `documented as ${typeText(documented)}, declared as ${typeText(csdl)} in the CSDL`;
}
