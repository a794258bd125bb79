/** The views of properties, navigation properties and parameters in one shape. */
import type { TypeRef } from "../../edm/elements.js";
import { isStructured } from "../../edm/model.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import type { NullItems } from "../../facts/presence.js";
import type { ValueFacts } from "../../facts/value-facts.js";
import type { SchemaScope } from "./schema-scope.js";
import type { Shape } from "./schema-names.js";
import type { CollectionView, CountView, ItemView, PropertyView, ValueView } from "./schemas-view.js";
import { edmTypeIn, primitiveView, ruleViews } from "./value-views.js";

/** A member of a type. What is refused is not looked at further. */
export function memberView(member: MemberFacts, shape: Shape, scope: SchemaScope): PropertyView {
  const isNavigation = member.kind === "NavigationProperty";
  // A navigation property whose target no source describes is not looked at, and neither is one that is a faulty key.
  const refused = shape !== "read" && member[shape] === "refused" && !(isNavigation && mayStand(member));
  return {
    ...common(member, shape !== "read"),
    required: !isNavigation && isRequired(member, shape),
    nullable: isNavigation && member.type === undefined ? true : member.nullable,
    refused,
    item: itemView(member, refused ? { partial: "anything-value" } : memberValue(member, shape, scope), shape),
  };
}

export function parameterView(parameter: ParameterFacts, scope: SchemaScope): PropertyView {
  const value = parameter.entity ? entityParameter(parameter, scope) : valueOf(parameter, "create", scope);
  return {
    ...common(parameter, true),
    required: parameter.required,
    nullable: parameter.nullable,
    refused: false,
    item: itemView(parameter, value, "create"),
  };
}

/** A key cannot be a navigation property (CSDL 4.01 §6.5); where a page has one so, it passes. */
function mayStand({ key, type }: MemberFacts): boolean {
  return key || type === undefined;
}

function isRequired({ read, create }: MemberFacts, shape: Shape): boolean {
  return shape === "read" ? read === "present" : shape === "create" && create === "required";
}

function common(
  { name, type, rules, documentation }: ValueFacts,
  written: boolean,
): Pick<PropertyView, "name" | "description" | "collection"> {
  const countOf = (rule: "minItems" | "maxItems"): CountView | null => {
    const found = written ? rules.find((one) => one.rule === rule) : undefined;
    return found !== undefined && "count" in found ? { count: found.count } : null;
  };
  const collection: CollectionView = { minItems: countOf("minItems"), maxItems: countOf("maxItems") };
  return {
    name,
    description: documentation.description ?? null,
    collection: type?.collection === true ? collection : null,
  };
}

function itemView(facts: ValueFacts, value: ValueView, shape: Shape): ItemView {
  const isObject = value.partial === "related-value";
  return {
    nullable: !isObject && hasNull(facts.nullItems, shape !== "read"),
    value,
    rules: shape === "read" ? [] : ruleViews(facts),
  };
}

function hasNull(items: NullItems | undefined, written: boolean): boolean {
  return items === "allowed" || (items === "unstated" && !written);
}

function memberValue(member: MemberFacts, shape: Shape, scope: SchemaScope): ValueView {
  const { kind, type } = member;
  if (kind === "Property") return valueOf(member, shape, scope);
  if (type === undefined) return { partial: "anything-value" };
  const target = scope.context.model.type(type.type);
  const isInserted = shape === "create" && member.create !== "refused" && target !== undefined && isStructured(target);
  if (!isInserted) return { partial: "related-value" };
  return { partial: "object-value", schema: scope.refer(type.type, "create"), orUrl: member.bindable };
}

function entityParameter({ underlying }: ParameterFacts, scope: SchemaScope): ValueView {
  if (underlying === undefined) return { partial: "anything-value" };
  return { partial: "object-value", schema: scope.refer(underlying, "create"), orUrl: true };
}

function valueOf(facts: ValueFacts, shape: Shape, scope: SchemaScope): ValueView {
  const { underlying } = facts;
  const written = shape !== "read";
  const primitive = edmTypeIn(facts);
  if (primitive !== undefined) return primitiveView(primitive, facts.facets, written);
  const found = underlying && scope.context.model.type(underlying);
  if (!found || found.kind === "TypeDefinition") return { partial: "anything-value" };
  if (found.kind === "EnumType") {
    const schema = scope.referMembers(found.name);
    return { partial: found.flags === true ? "flags-value" : "members-value", closed: written, schema };
  }
  return { partial: "object-value", schema: scope.refer(found.name, shape), orUrl: false };
}

/** An item of a response with a collection, which is read; undefined where nothing can be checked of it. */
export function resultItem(
  ref: TypeRef,
  facts: Pick<ValueFacts, "facets" | "underlying"> & { readonly nullItems: NullItems },
  scope: SchemaScope,
): ItemView | undefined {
  const found = scope.context.model.type(ref.type);
  const nullable = hasNull(facts.nullItems, false);
  if (found !== undefined && isStructured(found)) {
    const schema = scope.referOne(found.name, "read");
    return { nullable: false, value: { partial: "object-value", schema, orUrl: false }, rules: [] };
  }
  if (found?.kind === "EnumType") {
    const value = { partial: "members-value", closed: false, schema: scope.referMembers(found.name) } as const;
    return { nullable, value, rules: [] };
  }
  const { underlying } = facts;
  const primitive = underlying === undefined ? undefined : edmTypeIn({ underlying } as ValueFacts);
  if (primitive === undefined) return undefined;
  const value = primitiveView(primitive, facts.facets, false);
  return value.partial === "anything-value" ? undefined : { nullable, value, rules: [] };
}
