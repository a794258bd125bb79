/**
 * Whether a value may be null, whether it has to be there, and whether it is refused: decided in this file alone.
 */
import type { Authority } from "../edm/authority.js";
import type { NavigationProperty, Operation, Parameter, Property, TypeRef } from "../edm/elements.js";
import { isMicrosoftGraph } from "../edm/microsoft-graph.js";
import type { Model } from "../edm/model.js";
import { edm } from "../edm/primitive-types.js";
import { isReadOnly, type MemberAccess } from "../vocabularies/access.js";
import { optionalParameterOf } from "../vocabularies/core.js";
import type { PlaceRestrictions } from "./place-restrictions.js";

/** What `Nullable="false"` promises of a value that is read: that it is there, or only that it is not null. */
export type NonNull = "present" | "notNull";

/** `notNull` for Microsoft Graph, which leaves out what was not selected; else `present`. */
export function nonNullOf(model: Model, wanted?: NonNull): NonNull {
  return wanted ?? (isMicrosoftGraph(model) ? "notNull" : "present");
}

/** A member in the three shapes of its type. */
export interface Presence {
  /** Whether the value itself may be null. */
  readonly nullable: boolean;
  /** Whether a value that is read has the member. */
  readonly read: "present" | "optional";
  readonly create: "required" | "optional" | "refused";
  readonly update: "optional" | "refused";
}

/** The option and the places that the presence of members depends on. */
export interface PresenceRules {
  readonly nonNull: NonNull;
  readonly places: PlaceRestrictions;
}

export function presenceOf(
  member: Property | NavigationProperty,
  key: boolean,
  access: MemberAccess,
  rules: PresenceRules,
): Presence {
  const nullable = !(key && member.kind === "Property") && isNullable(member.type);
  return {
    nullable,
    read: isPresentOnRead(member, key, nullable, access, rules) ? "present" : "optional",
    create: onCreate(member, access, rules),
    update: isRefusedOnUpdate(member, key, access, rules) ? "refused" : "optional",
  };
}

/** A single value may be null unless declared otherwise; a collection never is (CSDL 4.01 §7.2.1, §8.2). */
export function isNullable(type: TypeRef | undefined): boolean {
  return type !== undefined && !type.collection && type.nullable !== false;
}

/** Items of a collection may be null only where that is declared (CSDL 4.01 §7.2.1). */
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
  return (kind === "Action" && isNullable(parameter.type)) || optionalParameterOf(parameter) !== undefined;
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
  { nonNull }: PresenceRules,
): boolean {
  const { kind } = member;
  return kind === "Property" && !isStream(member) && (key || (nonNull === "present" && !nullable && access.read));
}

function onCreate(
  member: Property | NavigationProperty,
  access: MemberAccess,
  { nonNull, places }: PresenceRules,
): Presence["create"] {
  if (isStream(member) || isReadOnly(access) || places.refusedOnCreate.has(member)) return "refused";
  if (member.kind === "NavigationProperty") return "optional";
  if (places.requiredOnCreate.has(member)) return "required";
  return nonNull === "present" && !hasInitialValue(member, access) ? "required" : "optional";
}

/** Whether a new entity has a value for the property without being given one. */
function hasInitialValue({ type, defaultValue }: Property, { computedDefault }: MemberAccess): boolean {
  const hasEmptyValue = type === undefined || type.collection || type.nullable !== false;
  return hasEmptyValue || defaultValue !== undefined || computedDefault;
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
