/** The schemas of entity types and complex types, in each shape. */
import type { Code } from "../../code/code.js";
import { isAbstract } from "../../edm/model.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { isAnnotated } from "../../facts/read-annotations.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { reachRole, reachType } from "../modules/scope.js";
import { listsDerived } from "../types/type-expression.js";
import { memberView } from "./property-views.js";
import type { Shape, Wanted } from "./schema-names.js";
import type { SchemaScope } from "./schema-scope.js";
import type {
  BindingsView,
  ReadSchemaView,
  TypeNameView,
  VariantsSchemaView,
  WrittenSchemaView,
} from "./schemas-view.js";

export function structuredSchema(wanted: Wanted, scope: SchemaScope) {
  if (wanted.variants) return variantsSchema(wanted, scope);
  const type = typeFactsIn(scope.context.facts, wanted.type);
  return wanted.shape === "read" ? readSchema(type, wanted, scope) : writtenSchema(type, wanted.shape, wanted, scope);
}

function named(wanted: Wanted, scope: SchemaScope) {
  const constant = scope.names.constant(wanted);
  const { facts, names } = scope.context;
  const { description } = typeFactsIn(facts, wanted.type).documentation;
  return {
    constant,
    type: typeOf(wanted, scope),
    name: scope.names.defined(names.moduleOf(wanted.type), constant),
    description: description ?? null,
  };
}

/** Where very many types are derived, a body is one of the base, which has fewer properties. */
function typeOf({ type, shape, variants }: Wanted, scope: SchemaScope): Code {
  if (shape === "read") return reachType(type, scope);
  return reachRole(type, variants && listsDerived(type, scope) ? `${shape}OrDerived` : shape, scope);
}

function readSchema(type: TypeFacts, wanted: Wanted, scope: SchemaScope): ReadSchemaView {
  return {
    partial: "read-schema",
    ...named(wanted, scope),
    qualifiedName: type.name,
    annotated: isAnnotated(type, scope.context),
    properties: type.members.map((member) => memberView(member, "read", scope)),
  };
}

function isLink({ kind, type }: MemberFacts): boolean {
  return kind === "NavigationProperty" && type !== undefined;
}

function writtenSchema(
  type: TypeFacts,
  shape: Exclude<Shape, "read">,
  wanted: Wanted,
  scope: SchemaScope,
): WrittenSchemaView {
  const open = type.open || type.inheritsOpen;
  const typeName = typeNameView(type, shape, scope);
  const bindings = bindingsView(type.members, shape, open);
  return {
    partial: "written-schema",
    ...named(wanted, scope),
    qualifiedName: type.name,
    shape,
    open,
    typeName,
    bindings,
    plain: !open && typeName === null && Object.values(bindings).every((names: readonly string[]) => names.length === 0),
    properties: type.members.map((member) => memberView(member, shape, scope)),
  };
}

/** A value of a type without derived types can name that alone. An entity that is updated need not name its type. */
function typeNameView(type: TypeFacts, shape: Shape, { context: { model } }: SchemaScope): TypeNameView | null {
  const { name, kind, leaf } = type;
  const abstract = isAbstract(name, model);
  const isUpdate = kind === "EntityType" && shape === "update";
  if (leaf) return { required: abstract && !isUpdate, name: abstract ? null : name, none: abstract };
  return abstract && kind === "EntityType" && !isUpdate ? { required: true, name: null, none: false } : null;
}

function bindingsView(members: readonly MemberFacts[], shape: Exclude<Shape, "read">, open: boolean): BindingsView {
  const links = members.filter(isLink);
  const isBindable = (link: MemberFacts) => link.bindable && (link[shape] !== "refused" || link.key);
  const bindable = links.filter(isBindable);
  const namesOf = (list: readonly MemberFacts[]) => list.map(({ name }) => name);
  return {
    one: namesOf(bindable.filter(({ type, nullable }) => type?.collection !== true && !nullable)),
    oneOrNull: namesOf(bindable.filter(({ type, nullable }) => type?.collection !== true && nullable)),
    many: namesOf(bindable.filter(({ type }) => type?.collection === true)),
    none: open ? namesOf(links.filter((link) => !isBindable(link))) : [],
  };
}

function variantsSchema(wanted: Wanted, scope: SchemaScope): VariantsSchemaView {
  const { type, shape } = wanted;
  const { model, facts } = scope.context;
  const abstract = isAbstract(type, model);
  const isUpdate = typeFactsIn(facts, type).kind === "EntityType" && shape === "update";
  return {
    partial: "variants-schema",
    ...named(wanted, scope),
    written: shape !== "read",
    self: abstract ? null : type,
    required: abstract && shape !== "read" && !isUpdate,
    base: scope.referOne(type, shape),
    derived: model
      .derived(type)
      .filter((derived) => derived.abstract !== true)
      .map((derived) => ({ typeName: derived.name, schema: scope.referOne(derived.name, shape) })),
  };
}

