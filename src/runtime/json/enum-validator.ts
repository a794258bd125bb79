import { type ValueCheck } from "./check-context.js";
import { enumeration, flags } from "./check-enum.js";
import { create } from "./check-strict.js";
import { isValue, validateValue, type Result } from "./validate.js";

// Other strings are read without complaint, but they are no members: hence the mode of writing.

/** Whether a value is one of the members that the schema lists. */
export function isMember(value: unknown, members: readonly string[]): boolean {
  return isValue(value, memberOf(members), create);
}

/** Checks that a value is one of the members that the schema lists. */
export function validateMember<E extends string>(value: unknown, members: readonly E[]): Result<E> {
  return validateValue(value, memberOf(members), create);
}

/** Whether a value is a comma-separated list of members that the schema lists. */
export function isFlags(value: unknown, members: readonly string[]): boolean {
  return isValue(value, flagsOf(members), create);
}

/** Checks that a value is a comma-separated list of members that the schema lists. */
export function validateFlags<F extends string>(value: unknown, members: readonly string[]): Result<F> {
  return validateValue(value, flagsOf(members), create);
}

function memberOf(members: readonly string[]): ValueCheck {
  return (value, context, name, bits) => enumeration(value, context, name, members, bits);
}

function flagsOf(members: readonly string[]): ValueCheck {
  return (value, context, name, bits) => flags(value, context, name, members, bits);
}
