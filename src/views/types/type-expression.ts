/** The one place that maps EDM types to TypeScript. All type text of the output is made here. */
import type { TypeRef } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import { allowedTypesOf } from "../../vocabularies/derived-types.js";
import type { Annotated } from "../../edm/vocabulary.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import type { QualifiedName } from "../../edm/names.js";
import { code, joined, literal, type Code } from "../../code/code.js";
import type { Scope } from "../modules/scope.js";

const UNKNOWN = code`unknown`;

/** A value as it is read: enums may have members that are not known yet. */
export function readType(ref: TypeRef, scope: Scope): Code {
  return collected(ref, itemType(ref.type, scope));
}

/** A value as it is written, in one of the two write shapes. */
export function writtenType(ref: TypeRef, shape: "create" | "update", scope: Scope): Code {
  return collected(ref, writtenItemType(ref.type, shape, scope));
}

/** Like {@link writtenType}, of the types that an element allows (Validation.DerivedTypeConstraint). */
export function writtenMemberType(element: Annotated, ref: TypeRef, shape: "create" | "update", scope: Scope): Code {
  const allowed = allowedTypesOf(element, ref.type, scope.model);
  return allowed === undefined
    ? writtenType(ref, shape, scope)
    : collected(ref, orDerived(ref.type, shape, scope, allowed));
}

/** The body that creates or updates an entity of this type: of it or, where it has any, of a type derived from it. */
export function writtenItemType(name: QualifiedName, shape: "create" | "update", scope: Scope): Code {
  const type = scope.type(name);
  if (type?.kind === "EnumType") {
    const known = scope.reach(name, scope.names.type(name));
    return type.flags === true ? code`edm.Flags<${known}>` : known;
  }
  if (type === undefined || !isStructured(type)) return itemType(name, scope);
  const role = scope.usage.polymorphic.has(name) ? (`${shape}OrDerived` as const) : shape;
  return scope.reach(name, scope.names.role(name, role));
}

export function collected({ collection, nullable }: TypeRef, item: Code): Code {
  if (collection) return nullable === true ? code`(${item} | null)[]` : code`${grouped(item)}[]`;
  return item;
}

function grouped(item: Code): Code {
  return / [|&] /.test(item) ? code`(${item})` : item;
}

function itemType(name: QualifiedName, scope: Scope): Code {
  const primitive = edmTypeOf(name);
  if (primitive !== undefined) return primitiveType(primitive);
  const type = scope.type(name);
  if (type === undefined) return UNKNOWN;
  const known = scope.reach(name, scope.names.type(name));
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

/** `"#ns.type" | "ns.type"`: both spellings occur on the wire. */
export function typeNameLiteral(name: QualifiedName): Code {
  return code`${literal(`#${name}`)} | ${literal(name)}`;
}

/** The union of a type and those derived from it, each of which says so in `@odata.type`. */
export function orDerived(
  name: QualifiedName,
  shape: "create" | "update",
  scope: Scope,
  allowed?: readonly QualifiedName[],
): Code {
  const self = scope.type(name);
  const isAllowed = (type: QualifiedName): boolean => allowed === undefined || allowed.includes(type);
  const own =
    !isAllowed(name) || (self !== undefined && isStructured(self) && self.abstract === true)
      ? []
      : [scope.reach(name, scope.names.role(name, shape))];
  const others = scope.model
    .derived(name)
    .flatMap((derived) =>
      derived.abstract === true || !isAllowed(derived.name)
        ? []
        : [
            code`edm.Derived<${scope.reach(derived.name, scope.names.role(derived.name, shape))}, ${literal(derived.name)}>`,
          ],
    );
  return own.length + others.length === 0 ? code`never` : joined([...own, ...others], " | ");
}

/** A union of strings as it is read: any other string may come. */
export function openUnion(values: readonly string[]): Code {
  return code`edm.Open<${stringUnion(values)}>`;
}

export function stringUnion(values: readonly string[]): Code {
  return values.length === 0 ? code`never` : joined(values.map(literal), " | ");
}
