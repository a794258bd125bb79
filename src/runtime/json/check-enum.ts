import { fail, nullable, nullableItems, reject, type Context, type Name } from "./check-context.js";
import { collection } from "./check-object.js";

/** An enumeration: the name of a member. In responses any string is accepted, since services add members. */
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

/** An enumeration with IsFlags: member names separated by commas. In responses any string is accepted. */
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

/** Whether each item of a comma-separated list is a member. White space around commas is ignored. */
function areMembers(value: string, members: readonly string[]): boolean {
  return value.split(",").every((part) => isMemberOf(part.trim(), members));
}

/** Of an enumeration without members nothing is known: it takes any string. */
function isMemberOf(value: string, members: readonly string[]): boolean {
  return members.length === 0 || members.includes(value);
}

function noMember(value: unknown, context: Context, name: Name, members: readonly string[]): void {
  fail(context, name, "member", value, `one of ${members.join(", ")}`);
}
