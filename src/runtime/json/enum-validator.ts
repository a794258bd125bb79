import { type ValueCheck } from "./check-context.js";
import { enumeration, flags } from "./check-enum.js";
import { create } from "./check-strict.js";
import { isValue, validateValue, type Result } from "./validate.js";

// The mode `create` is used because the mode `read` accepts any string.

/** Whether a value is one of the listed members. */
export function isMember(value: unknown, members: readonly string[]): boolean {
  return isValue(value, memberOf(members), create);
}

/** Validates that a value is one of the listed members. */
export function validateMember<E extends string>(value: unknown, members: readonly E[]): Result<E> {
  return validateValue(value, memberOf(members), create);
}

/** Whether a value is a comma-separated list of listed members. */
export function isFlags(value: unknown, members: readonly string[]): boolean {
  return isValue(value, flagsOf(members), create);
}

/** Validates that a value is a comma-separated list of listed members. */
export function validateFlags<F extends string>(value: unknown, members: readonly string[]): Result<F> {
  return validateValue(value, flagsOf(members), create);
}

function memberOf(members: readonly string[]): ValueCheck {
  return (value, context, name, bits) => enumeration(value, context, name, members, bits);
}

function flagsOf(members: readonly string[]): ValueCheck {
  return (value, context, name, bits) => flags(value, context, name, members, bits);
}
