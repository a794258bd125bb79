/** The properties of a type, and what one of them is made of. */
import { edmTypeOf } from "../../edm/primitive-types.js";
import type { NavigationProperty, Property, StructuredType, TypeRef } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { isAsSaid, mergeAnnotations } from "./annotations.js";
import type { MergeContext } from "../context.js";

export type MemberClaim = Property | NavigationProperty;

export function membersOf({ properties, navigationProperties }: StructuredType): readonly MemberClaim[] {
  if (navigationProperties.length === 0) return properties;
  return [...properties, ...navigationProperties];
}

/** Makes one property of everything said of it; `claims` come weightiest first. */
export function mergeMember(
  owner: QualifiedName,
  claims: readonly [MemberClaim, ...MemberClaim[]],
  isKey: boolean,
  context: MergeContext,
): MemberClaim {
  const winner = claims[0];
  const annotations = mergeAnnotations(owner, claims, context, winner.name);
  const stated = mergeTypeRef(owner, claims, context);
  const type = stated && isKey ? withNullability(stated, false) : stated;
  // What one source alone says stands as it is: that goes for nearly all of a large service.
  const alone = claims.length === 1 && winner.declaredOn === undefined && type === winner.type;
  if (alone && isAsSaid(annotations, winner)) return winner;
  const defaultValue = winner.kind === "Property" ? defaultOf(claims) : undefined;
  const { declaredOn: _, ...own } = winner;
  const merged: MemberClaim = {
    ...own,
    ...(type && { type }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...annotations,
  };
  context.declare(merged, claims);
  return merged;
}

function defaultOf(claims: readonly MemberClaim[]): string | undefined {
  for (const claim of claims)
    if (claim.kind === "Property" && claim.defaultValue !== undefined) return claim.defaultValue;
  return undefined;
}

function mergeTypeRef(
  owner: QualifiedName,
  claims: readonly [MemberClaim, ...MemberClaim[]],
  { report }: MergeContext,
): TypeRef | undefined {
  const winner = claims[0].type === undefined ? claims.find(({ type }) => type !== undefined) : claims[0];
  if (winner?.type === undefined) return undefined;
  const stands = winner.type;
  for (const claim of claims) {
    // Two declarations in CSDL contradict each other: that is an error, said elsewhere.
    if (
      claim === winner ||
      claim.type === undefined ||
      (claim.by === "csdl" && winner.by === "csdl") ||
      agrees(claim.type, stands, claim.by === "example")
    )
      continue;
    const element = `${owner}/${claims[0].name}`;
    const related = [{ place: winner.at, message: "the declaration that stands" }];
    report.add("type-differs", claim.at, { element, stands: typeText(stands), other: typeText(claim.type) }, related);
  }
  if (winner.by === "csdl") return stands;
  // Of what pages don't call "not nullable" everything may be null, but the items of a collection.
  return withNullability(stands, stands.nullable !== false && !stands.collection);
}

function withNullability(type: TypeRef, nullable: boolean): TypeRef {
  return type.nullable === nullable ? type : { ...type, nullable };
}

/**
 * An example shows how a value is written, not its type: a string may be a member of an enum, a
 * Guid or a date; a whole number may be a Double.
 */
function agrees(said: TypeRef, stands: TypeRef, example: boolean): boolean {
  if (said.collection !== stands.collection) return false;
  if (said.type === stands.type) return true;
  if (!example) return false;
  const shown = edmTypeOf(said.type);
  const name = edmTypeOf(stands.type);
  if (shown === "String" || shown === "DateTimeOffset") return name === undefined || !isNumeric(name);
  return shown === undefined ? name === undefined || name === "Untyped" : name !== "String" && name !== undefined;
}

function isNumeric(name: string): boolean {
  return /^(Byte|SByte|Int16|Int32|Single|Boolean)$/.test(name);
}

function typeText({ type, collection }: TypeRef): string {
  return collection ? `Collection(${type})` : type;
}
