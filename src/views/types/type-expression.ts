/** The one place that maps EDM types to TypeScript. All type text of the output is made here. */
import type { TypeRef } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import type { QualifiedName } from "../../edm/names.js";
import { code, joined, literal, type Code } from "../../code/code.js";
import { hasNullableItems } from "../../facts/presence.js";
import { MANY_DESCENDANTS } from "../../facts/usage.js";
import { reachRole, reachType, type Scope } from "../modules/scope.js";

export type WriteShape = "create" | "update";

const UNKNOWN = code`unknown`;

/** A value as it is read: enums may have members that are not known yet. */
export function readType(ref: TypeRef, scope: Scope): Code {
  return collected(ref, itemType(ref.type, scope));
}

/** A value as it is written, in one of the two write shapes. */
export function writtenType(ref: TypeRef, shape: WriteShape, scope: Scope): Code {
  return collected(ref, writtenItemType(ref.type, shape, scope));
}

/** The same, of the types that an element allows, where those are not all derived types. */
export function writtenMemberType(
  ref: TypeRef,
  allowedTypes: readonly QualifiedName[] | undefined,
  shape: WriteShape,
  scope: Scope,
): Code {
  return allowedTypes === undefined
    ? writtenType(ref, shape, scope)
    : collected(ref, orDerived(ref.type, shape, scope, allowedTypes));
}

/** The body that creates or updates an entity of this type: of it or, where it has any, of a type derived from it. */
export function writtenItemType(name: QualifiedName, shape: WriteShape, scope: Scope): Code {
  const { model, usage } = scope.context;
  const type = model.type(name);
  if (type?.kind === "EnumType") {
    const known = reachType(name, scope);
    return type.flags === true ? code`edm.Flags<${known}>` : known;
  }
  if (type === undefined || !isStructured(type)) return itemType(name, scope);
  if (!usage.writtenWithDerived.has(name)) return reachRole(name, shape, scope);
  return listsDerived(name, scope) ? reachRole(name, `${shape}OrDerived`, scope) : code`edm.AnyOf<${typeMap(scope)}>`;
}

/** Whether bodies of a type or one derived from it have a union of their own; one of very many refers to the map. */
export function listsDerived(name: QualifiedName, { context: { model, usage } }: Scope): boolean {
  return usage.writtenWithDerived.has(name) && model.derived(name).length <= MANY_DESCENDANTS;
}

/** The map of all types, which is in the flat module. */
function typeMap({ context: { names }, imports }: Scope): Code {
  const [flat] = names.modules;
  return flat === undefined ? code`TypeMap` : imports.reach(flat, code`TypeMap`);
}

/** The type of a value with items of a type, which for a single value is that type. */
export function collected(ref: TypeRef, item: Code): Code {
  if (!ref.collection) return item;
  return hasNullableItems(ref) ? code`(${item} | null)[]` : code`${grouped(item)}[]`;
}

export function orNull(type: Code): Code {
  return code`${type} | null`;
}

function grouped(item: Code): Code {
  return / [|&] /.test(item) ? code`(${item})` : item;
}

function itemType(name: QualifiedName, scope: Scope): Code {
  const primitive = edmTypeOf(name);
  if (primitive !== undefined) return primitiveType(primitive);
  const type = scope.context.model.type(name);
  if (type === undefined) return UNKNOWN;
  const known = reachType(name, scope);
  if (type.kind !== "EnumType") return known;
  return type.flags === true ? code`edm.Flags<${known}>` : code`edm.Open<${known}>`;
}

function primitiveType(name: EdmTypeName): Code {
  switch (name) {
    case "String":
      return code`string`;
    case "Boolean":
      return code`boolean`;
    case "Byte":
    case "SByte":
    case "Int16":
    case "Int32":
      return code`number`;
    case "PrimitiveType":
    case "ComplexType":
    case "EntityType":
    case "Untyped":
    case "Stream":
      return UNKNOWN;
    case "AnnotationPath":
    case "AnyPropertyPath":
    case "ModelElementPath":
    case "NavigationPropertyPath":
    case "PropertyPath":
      return code`string`;
    default:
      // The rest of CSDL 4.01 §3.3 has a type of its own name in the runtime.
      return code`edm.${name as string as Code}`;
  }
}

/** `"#ns.type" | "ns.type"`: payloads have both spellings. */
export function typeNameLiteral(name: QualifiedName): Code {
  return code`${literal(`#${name}`)} | ${literal(name)}`;
}

/** The union of a type and the types derived from it. */
export function orDerived(
  name: QualifiedName,
  shape: WriteShape,
  scope: Scope,
  allowed?: readonly QualifiedName[],
): Code {
  return union(orDerivedTypes(name, shape, scope, allowed));
}

/** A type and those derived from it, each of which names itself in `@odata.type`. Abstract types have no values. */
export function orDerivedTypes(
  name: QualifiedName,
  shape: WriteShape,
  scope: Scope,
  allowed?: readonly QualifiedName[],
): readonly Code[] {
  const { model } = scope.context;
  const self = model.type(name);
  const isAllowed = (type: QualifiedName): boolean => allowed === undefined || allowed.includes(type);
  const isAbstract = self !== undefined && isStructured(self) && self.abstract === true;
  const own = isAbstract || !isAllowed(name) ? [] : [reachRole(name, shape, scope)];
  const derived = model
    .derived(name)
    .filter((type) => type.abstract !== true && isAllowed(type.name))
    .map((type) => code`edm.Derived<${reachRole(type.name, shape, scope)}, ${literal(type.name)}>`);
  return [...own, ...derived];
}

/** A union of strings in a value that is read: the service may return others. */
export function openUnion(values: readonly string[]): Code {
  return code`edm.Open<${stringUnion(values)}>`;
}

export function stringUnion(values: readonly string[]): Code {
  return union(values.map(literal));
}

function union(types: readonly Code[]): Code {
  return types.length === 0 ? code`never` : joined(types, " | ");
}
