import { enumeration, flags } from "./check-enum.js";
import { create } from "./check-strict.js";
import { valueGuard, valueValidator, type Guard, type Validator } from "./validator.js";

// Other strings are read without complaint, but they are no members: hence the mode of writing.

/** Whether a value is one of the members that the schema lists. */
export function memberGuard<E extends string>(members: readonly E[]): Guard<E> {
  return valueGuard<E>((value, context, name, bits) => enumeration(value, context, name, members, bits), create);
}

/** A validator that accepts the members that the schema lists. */
export function memberValidator<E extends string>(members: readonly E[]): Validator<E> {
  return valueValidator<E>((value, context, name, bits) => enumeration(value, context, name, members, bits), create);
}

/** Whether a value is a comma-separated list of members that the schema lists. */
export function flagsGuard<F extends string>(members: readonly string[]): Guard<F> {
  return valueGuard<F>((value, context, name, bits) => flags(value, context, name, members, bits), create);
}

/** A validator that accepts comma-separated lists of members that the schema lists. */
export function flagsValidator<F extends string>(members: readonly string[]): Validator<F> {
  return valueValidator<F>((value, context, name, bits) => flags(value, context, name, members, bits), create);
}
