import type { TypeRef } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { edm, edmTypeOf } from "../edm/primitive-types.js";
import type { Cause } from "./causes.js";

export type TypeCause = Extract<Cause, `type-${string}`>;

/** How the type that a page gives differs from that of the CSDL: in the type itself, in being a collection, or both. */
export function typeDifferences(said: TypeRef, csdl: TypeRef, model: Model): readonly TypeCause[] {
  const cause = typeDifference(said.type, csdl.type, model);
  return [
    ...(cause === undefined ? [] : [cause]),
    ...(said.collection === csdl.collection || said.type === UNTYPED ? [] : (["type-collection-differs"] as const)),
  ];
}

const UNTYPED = edm("Untyped");

function typeDifference(said: QualifiedName, csdl: QualifiedName, model: Model): TypeCause | undefined {
  const meant = underlying(csdl, model);
  if (said === csdl || underlying(said, model) === meant) return undefined;
  if (said === UNTYPED) return holdsAnything(meant, model) ? undefined : "type-vague";
  if (edmTypeOf(said) !== undefined) return primitiveDifference(said, meant, model);
  if (edmTypeOf(meant) !== undefined) return meant === UNTYPED ? undefined : "type-model-for-primitive";
  if (model.type(said) === undefined) return "type-unknown";
  if (basesOf(csdl, model).includes(said)) return "type-base-for-derived";
  return basesOf(said, model).includes(csdl) ? "type-derived-for-base" : "type-model-differs";
}

function primitiveDifference(said: QualifiedName, csdl: QualifiedName, model: Model): TypeCause {
  if (edmTypeOf(csdl) !== undefined) return "type-primitive-differs";
  return said === edm("String") && model.type(csdl)?.kind === "EnumType"
    ? "type-enum-as-string"
    : "type-primitive-for-model";
}

/** Behind a type definition stands a primitive type, which is what pages name. */
function underlying(name: QualifiedName, model: Model): QualifiedName {
  const type = model.type(name);
  return type?.kind === "TypeDefinition" ? type.underlyingType : name;
}

/** A type without any property, such as `microsoft.graph.Json`, stands for any value. */
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

/** `Collection(ns.Type)`; a type of the EDM without its namespace, as pages have it. */
export function typeText({ type, collection }: TypeRef): string {
  const name = edmTypeOf(type) ?? type;
  return collection ? `Collection(${name})` : name;
}

/** The sentence for a difference of types. */
export function typeMessage(cause: TypeCause, said: TypeRef, csdl: TypeRef): string {
  if (cause === "type-vague") return `documented as anything, in CSDL ${typeText(csdl)}`;
  if (cause === "type-unknown")
    return `documented as ${typeText(said)}, which the CSDL does not have; it is ${typeText(csdl)}`;
  return `documented as ${typeText(said)}, in CSDL ${typeText(csdl)}`;
}
