/** The one place that maps EDM types to TypeScript. All type text of the output is made here. */
import type { TypeRef } from "../../edm/elements.js";
import { isStructured, type Model } from "../../edm/model.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import type { QualifiedName } from "../../edm/names.js";
import { code, joined, literal, type Code } from "../../code/code.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { isMicrosoftGraph } from "../../edm/microsoft-graph.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { hasNullableItems } from "../../facts/presence.js";
import type { ValueFacts } from "../../facts/value-facts.js";
import type { WriteShape } from "../../edm/examples/example-types.js";
import { MANY_DESCENDANTS } from "../../facts/usage.js";
import { reachRole, reachType, type Scope } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";
import { reachMapped } from "../mapping/mapped-types.js";
import { oneLine, type TypeText } from "./type-text.js";
import { genericType, type Generic } from "./member-views.js";

const UNKNOWN = code`unknown`;
const NULL = code`null`;
const UNDEFINED = code`undefined`;
const NEVER = code`never`;

/** A value as it is read: enums may have members that are not known yet. */
export function readType(ref: TypeRef, scope: Scope): Code {
  return oneLine(readText(ref, [itemType(ref.type, scope)], []));
}

/** A property as it is read. */
export function readMemberType(
  { type, nullable, inherited, read, name, allowedStrings }: MemberFacts,
  scope: Scope,
): TypeText {
  if (type === undefined) return single(UNKNOWN);
  // The list is closed for writers; a service may have more to return by now.
  const isListed = allowedStrings?.own === true && !isMapped(type.type, scope);
  const item = isListed ? openUnion(allowedStrings.strings) : [itemType(type.type, scope)];
  return readText(type, item, [
    ...(nullable ? [NULL] : []),
    ...(inherited && read === "optional" ? [inheritedType(name)] : []),
  ]);
}

/** A property or parameter as it is written; one that is optional may also be undefined, which JSON drops. */
export function writtenMemberType(
  value: ValueFacts & { readonly nullable: boolean; readonly entity?: boolean },
  required: boolean,
  shape: WriteShape,
  scope: Scope,
): TypeText {
  const { type, nullable, inherited, entity, name } = value;
  const items = [...writtenItems(value, shape, scope), ...(entity === true ? [code`edm.Reference`] : [])];
  const others = [
    ...(nullable ? [NULL] : []),
    ...(required ? [] : [UNDEFINED]),
    ...(inherited && !required ? [inheritedType(name)] : []),
  ];
  return type?.collection === true ? collectionText(type, items, others, code`readonly `) : alternatives(items, others);
}

function writtenItems(
  { type, allowedStrings, allowedTypes }: ValueFacts,
  shape: WriteShape,
  scope: Scope,
): readonly Code[] {
  if (type === undefined) return [UNKNOWN];
  if (allowedStrings !== undefined && !isMapped(type.type, scope)) return allowedStrings.strings.map(literal);
  return allowedTypes === undefined
    ? [writtenItemType(type.type, shape, scope)]
    : orDerived(type.type, shape, scope, allowedTypes).map(genericType);
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
  return listsDerived(name, scope) ? reachRole(name, `${shape}OrDerived`, scope) : code`edm.AnyOf<typeMap.TypeMap>`;
}

/** Whether bodies of a type or one derived from it have a union of their own; one of very many refers to the map. */
export function listsDerived(name: QualifiedName, { context: { model, usage } }: Scope): boolean {
  return usage.writtenWithDerived.has(name) && model.derived(name).length <= MANY_DESCENDANTS;
}

/** Whether a type definition has a type of the user, which then stands for its listed values, too. */
function isMapped(name: QualifiedName, { context }: Scope): boolean {
  return edmTypeOf(name) === undefined && context.mapped.byName.has(name);
}

function readText(ref: TypeRef, items: readonly Code[], others: readonly Code[]): TypeText {
  return ref.collection ? collectionText(ref, items, others, code``) : alternatives(items, others);
}

function collectionText(ref: TypeRef, items: readonly Code[], others: readonly Code[], modifier: Code): TypeText {
  const [first, ...more] = hasNullableItems(ref) ? [...items, NULL] : items;
  if (first !== undefined && more.length === 0) return alternatives([code`${modifier}${first}[]`], others);
  const after = others.map((other) => code` | ${other}`);
  return { before: code`${modifier}(`, alternatives: [first ?? NEVER, ...more], after: code`)[]${joined(after, "")}` };
}

function alternatives(items: readonly Code[], others: readonly Code[]): TypeText {
  if (items.includes(UNKNOWN)) return single(UNKNOWN);
  return {
    before: code``,
    alternatives: items.length === 0 ? [NEVER, ...others] : [...items, ...others],
    after: code``,
  };
}

function single(type: Code): TypeText {
  return { before: code``, alternatives: [type], after: code`` };
}

/** What every object has under the name: else `{}` would not fit an interface with an optional property of that name. */
function inheritedType(name: string): Code {
  return code`edm.Inherited<${literal(name)}>`;
}

function itemType(name: QualifiedName, scope: Scope): Code {
  const primitive = edmTypeOf(name);
  if (primitive !== undefined)
    return reachMapped(name, scope.context.mapped) ?? primitiveType(primitive, scope.context.model);
  const type = scope.context.model.type(name);
  if (type === undefined) return UNKNOWN;
  const known = reachType(name, scope);
  if (type.kind !== "EnumType") return known;
  return type.flags === true ? code`edm.Flags<${known}>` : code`edm.Open<${known}>`;
}

function primitiveType(name: EdmTypeName, { protocol }: Model): Code {
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
    case "Int64":
    case "Decimal":
      // OData 2.0 and 3.0 have them as strings (MS-ODATA §2.2.6.3.1).
      return protocol === "4.0" ? code`edm.${name as string as Code}` : code`edm.${name as string as Code}String`;
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
      // The rest of CSDL 4.01 §3.3 and of MS-CSDL §2.2.1 has a type of its own name in the runtime.
      return code`edm.${name as string as Code}`;
  }
}

/** The value of `@odata.type`, in both spellings. */
export function typeNameType(name: QualifiedName): Code {
  return code`edm.TypeName<${literal(name)}>`;
}

/**
 * The names of properties that an open type does not declare, where its interface takes any. A type that declares none
 * consists of the others alone, such as the fields of a list in SharePoint.
 */
export function undeclaredNames({ ownMembers }: TypeFacts, { options, whole }: ViewContext): Code | null {
  if (options.openTypes === "any" || ownMembers.length === 0) return code`property: string`;
  // Directory extensions (https://learn.microsoft.com/graph/extensibility-overview).
  return isMicrosoftGraph(whole) ? code`extension: \`extension_\${string}\`` : null;
}

/** A type and the types derived from it, each of which names itself in `@odata.type`. Abstract types have no values. */
export function orDerived(
  name: QualifiedName,
  shape: WriteShape,
  scope: Scope,
  allowed?: readonly QualifiedName[],
): readonly (Code | Generic)[] {
  const { model } = scope.context;
  const self = model.type(name);
  const isAllowed = (type: QualifiedName): boolean => allowed === undefined || allowed.includes(type);
  const isAbstract = self !== undefined && isStructured(self) && self.abstract === true;
  const own = isAbstract || !isAllowed(name) ? [] : [reachRole(name, shape, scope)];
  const derived = model
    .derived(name)
    .filter((type) => type.abstract !== true && isAllowed(type.name))
    .map((type) => ({
      generic: code`edm.Derived`,
      arguments: [reachRole(type.name, shape, scope)],
      names: [type.name],
    }));
  return [...own, ...derived];
}

/** Strings in a value that is read: the service may return others. */
export function openUnion(values: readonly string[]): readonly Code[] {
  return [...values.map(literal), code`edm.UnknownMember`];
}

export function union(types: readonly (Code | Generic)[]): Code {
  return types.length === 0 ? NEVER : joined(types.map(genericType), " | ");
}
