import { failNamed, listed, nullable, nullableItems, reject, type Context, type Name } from "./check-context.js";
import { isInt64 } from "./check-number.js";
import { collection } from "./check-object.js";

/**
 * An enumeration: the name of a member, since only flags have values without one. In responses any string is accepted:
 * services add members.
 */
export function enumeration(
  value: unknown,
  context: Context,
  name: Name,
  members: readonly string[],
  flags: number = nullable,
): void {
  if (typeof value !== "string" || flags & context.refused) reject(value, context, name, flags, "a string");
  else if (context.strict && !isMemberOf(value, members)) noMember(value, context, name, members);
}

/**
 * An enumeration with IsFlags: names of members, or numbers for values without a name, separated by commas (OData ABNF
 * 4.01, rule enumValue), none of them twice. In responses any string is accepted.
 */
export function flags(
  value: unknown,
  context: Context,
  name: Name,
  members: readonly string[],
  bits: number = nullable,
): void {
  if (typeof value !== "string" || bits & context.refused) reject(value, context, name, bits, "a string");
  else if (context.strict && !areMembers(value, members)) noMember(value, context, name, members);
}

/** A collection of enumeration members. */
export function enumerations(
  value: unknown,
  context: Context,
  name: Name,
  members: readonly string[],
  flags: number = nullable | nullableItems,
): void {
  collection(
    value,
    context,
    name,
    (item, c, index, itemFlags) => enumeration(item, c, index, members, itemFlags),
    flags,
  );
}

/** White space around commas is ignored, as services write it. */
function areMembers(value: string, members: readonly string[]): boolean {
  // At most all names and a number for each bit; a text of many megabytes is not split further.
  const most = members.length + 64;
  const parts = value.split(",", most + 1).map((part) => part.trim());
  const areDistinct = parts.length <= most && new Set(parts).size === parts.length;
  return members.length === 0 || (areDistinct && parts.every((part) => isMemberOf(part, members) || isInt64(part)));
}

/**
 * Of an enumeration without members nothing is known: it takes any string. `unknownFutureValue` stands for members that
 * a client does not know yet, and services refuse it.
 */
function isMemberOf(value: string, members: readonly string[]): boolean {
  return members.length === 0 || (members.includes(value) && value !== "unknownFutureValue");
}

function noMember(value: unknown, context: Context, name: Name, members: readonly string[]): void {
  const written = members.filter((member) => isMemberOf(member, members));
  failNamed(context, name, "member", value, `one of ${listed(written)}`);
}
