/**
 * Whether a value may be null, whether it has to be there, and whether it is refused: decided in this file alone.
 */
import type { Authority } from "../edm/authority.js";
import type { NavigationProperty, Operation, Parameter, Property, TypeRef } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { edm } from "../edm/primitive-types.js";
import { fieldControlOf, isReadOnly, type MemberAccess } from "../vocabularies/access.js";
import { optionalParameterOf } from "../vocabularies/core.js";
import type { Assumptions } from "./assumptions.js";
import type { PlaceRestrictions } from "./place-restrictions.js";
import type { SentMembers } from "./sent/sent-members.js";
import { underlyingType } from "./value-rules.js";

/** A member in the three shapes of its type. */
export interface Presence {
  /** Whether the value itself may be null. */
  readonly nullable: boolean;
  /** Whether a value that is read has the member. */
  readonly read: "present" | "optional";
  readonly create: "required" | "optional" | "refused";
  readonly update: "optional" | "refused";
}

/** The conventions and the places that the presence of members depends on. */
export interface PresenceRules {
  readonly assumptions: Assumptions;
  readonly places: PlaceRestrictions;
  readonly sent: SentMembers;
}

/** Whether a member is the whole key of its type, or a part of it (CSDL 4.01 §6.5). */
export type KeyRole = "none" | "part" | "whole";

export interface MemberRole {
  readonly role: KeyRole;
  /** The type of its value, where a type definition stands for one. */
  readonly underlying?: QualifiedName | undefined;
}

export function presenceOf(
  member: Property | NavigationProperty,
  key: MemberRole,
  access: MemberAccess,
  rules: PresenceRules,
): Presence {
  const isKey = key.role !== "none";
  const nullable = !(isKey && member.kind === "Property") && isNullable(member.type);
  return {
    nullable,
    read: isPresentOnRead(member, isKey, nullable, access, rules) ? "present" : "optional",
    create: onCreate(member, key, access, rules),
    update: isRefusedOnUpdate(member, isKey, access, rules) ? "refused" : "optional",
  };
}

/**
 * A single value may be null unless declared otherwise; a collection never is (CSDL 4.01 §7.2.1, §8.2). A value whose type
 * no source states may be anything.
 */
export function isNullable(type: TypeRef | undefined): boolean {
  return type === undefined || (!type.collection && type.nullable !== false);
}

/**
 * Whether items of a collection may be null. `unstated`: no source tells, and no default may be assumed (CSDL 4.01
 * §7.2.1), so null is read and not written.
 */
export type NullItems = "allowed" | "unstated" | "refused";

/**
 * Entities in a collection are never null (CSDL 4.01 §8.2), and untyped items are anything. Pages do not tell; their reader
 * makes the collection itself not nullable.
 */
export function nullItemsOf({ type, nullable }: TypeRef, by: Authority, model: Model): NullItems {
  if (model.type(type)?.kind === "EntityType") return "refused";
  const stated = by === "csdl" || nullable === true ? nullable : undefined;
  if (stated === undefined) return underlyingType(type, model) === edm("Untyped") ? "allowed" : "unstated";
  return stated ? "allowed" : "refused";
}

/** Whether the type of a collection has null among those of its items: only where that is declared. */
export function hasNullableItems(type: TypeRef | undefined): boolean {
  return type?.collection === true && type.nullable === true;
}

/** A body as a whole is null only where that is declared. */
export function isNullableBody({ collection, nullable }: TypeRef): boolean {
  return !collection && nullable === true;
}

/** CSDL declares a result that is never null (CSDL 4.01 §12.8); pages show the result that comes back. */
export function isNullableResult({ nullable }: TypeRef, by: Authority): boolean {
  return by === "csdl" ? nullable !== false : nullable === true;
}

/** An action's parameter that may be null may be left out (OData Protocol 4.01 §11.5.5.1). */
export function isOptionalParameter(parameter: Parameter, kind: Operation["kind"]): boolean {
  if (optionalParameterOf(parameter) !== undefined) return true;
  return kind === "Action" && isNullable(parameter.type) && fieldControlOf(parameter) !== "mandatory";
}

/** The content of a stream is read and written by a request of its own. */
export function isStream({ type }: Property | NavigationProperty): boolean {
  return type?.type === edm("Stream");
}

/** Navigation properties are there only when expanded; a key always is. */
function isPresentOnRead(
  member: Property | NavigationProperty,
  key: boolean,
  nullable: boolean,
  access: MemberAccess,
  { assumptions }: PresenceRules,
): boolean {
  const { kind } = member;
  return (
    kind === "Property" && !isStream(member) && (key || (assumptions.nonNull === "present" && !nullable && access.read))
  );
}

function onCreate(
  member: Property | NavigationProperty,
  key: MemberRole,
  access: MemberAccess,
  { assumptions, places, sent }: PresenceRules,
): Presence["create"] {
  if (isStream(member) || isReadOnly(access) || places.refusedOnCreate.has(member)) return "refused";
  if (member.kind === "NavigationProperty" || sent.create.has(member)) return "optional";
  if (places.requiredOnCreate.has(member) || access.control === "mandatory") return "required";
  if (member.defaultValue !== undefined || access.computedDefault) return "optional";
  if (key.role !== "none") return isMadeByService(key, assumptions) ? "optional" : "required";
  return assumptions.nonNull === "present" && !mayBeEmpty(member.type) ? "required" : "optional";
}

/** Whether the service makes the key of an entity that is created without one. */
function isMadeByService({ role, underlying }: MemberRole, { keysOnCreate }: Assumptions): boolean {
  if (keysOnCreate !== "byType") return keysOnCreate === "optional";
  return role === "whole" && underlying === edm("Guid");
}

/** Whether null or an empty collection is a value, which a new entity has without being given one. */
function mayBeEmpty(type: TypeRef | undefined): boolean {
  return type?.collection === true || isNullable(type);
}

/** Keys and immutable values are set on create and stay (CSDL 4.01 §6.5, Core.Immutable). */
function isRefusedOnUpdate(
  member: Property | NavigationProperty,
  key: boolean,
  access: MemberAccess,
  { places }: PresenceRules,
): boolean {
  return isStream(member) || isReadOnly(access) || access.immutable || key || places.refusedOnUpdate.has(member);
}
