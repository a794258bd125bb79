/** The flags that tell a check of the runtime when a value may be null, has to be there, or is refused. */
import { code, joined, type Code } from "../../code/code.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { ParameterFacts } from "../../facts/operation-facts.js";
import type { NullItems } from "../../facts/presence.js";

/** Null: nullable and optional, which checks assume by default. */
export function memberFlags(member: MemberFacts): Code | null {
  const { kind, key, nullable, nullItems, bindable } = member;
  // A key cannot be a navigation property (CSDL 4.01 §6.5); where a page has one so, validators let it pass.
  const isFaultyKey = key && kind === "NavigationProperty";
  return combined(nullable, [
    ...presenceFlags(member),
    ...(isFaultyKey ? [] : refusalFlags(member)),
    // Related entities are never null.
    ...(kind === "NavigationProperty" ? [] : itemFlags(nullItems)),
    ...(kind === "NavigationProperty" && !bindable ? [code`v.contained`] : []),
  ]);
}

export function parameterFlags(parameter: ParameterFacts): Code | null {
  const { nullable, required, nullItems } = parameter;
  // Parameters are only written.
  const isAllowed = nullItems === "allowed";
  return combined(nullable, [
    ...(required ? [code`v.requiredOnCreate`] : []),
    ...(isAllowed ? [code`v.nullableItems`] : []),
  ]);
}

function combined(nullable: boolean, others: readonly Code[]): Code | null {
  if (others.length === 0) return nullable ? null : code`v.optional`;
  return joined([...(nullable ? [code`v.nullable`] : []), ...others], " | ");
}

function presenceFlags({ read, create }: MemberFacts): readonly Code[] {
  if (read === "present") return [create === "required" ? code`v.required` : code`v.requiredOnRead`];
  return create === "required" ? [code`v.requiredOnCreate`] : [];
}

/** Of the items of a collection; undefined for a single value. */
export function itemFlags(nullItems: NullItems | undefined): readonly Code[] {
  if (nullItems === undefined || nullItems === "refused") return [];
  return [nullItems === "allowed" ? code`v.nullableItems` : code`v.nullItemsOnRead`];
}

function refusalFlags({ create, update }: MemberFacts): readonly Code[] {
  if (create === "refused") return [update === "refused" ? code`v.computed` : code`v.refusedOnCreate`];
  return update === "refused" ? [code`v.immutable`] : [];
}
