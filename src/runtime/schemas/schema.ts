import {
  always,
  contextOf,
  fail,
  inspect,
  isObject,
  read,
  reject,
  unreadable,
  WHOLE,
  type Check,
  type CollectedIssue,
  type Context,
  type Issue,
  type Mode,
  type ValueCheck,
} from "../json/check-context.js";
import { enumeration, flags } from "../json/check-enum.js";
import { create, update } from "../json/check-strict.js";
import { ValidationError } from "./validation-error.js";

/** The result of a validation: the value itself, neither changed nor copied, or its issues. */
export type Result<T> = Valid<T> | Invalid;

/** The result for a valid value. `issues` is undefined, as Standard Schema requires. */
export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
  readonly issues?: undefined;
}

/** The result for an invalid value, with at least one issue. */
export interface Invalid {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

export interface ValidateOptions {
  /**
   * The number of issues after which the validation stops, at least 1; by default 100. Where there are more, a last
   * issue with the code `more` and an empty path follows them.
   */
  readonly maxIssues?: number | undefined;
}

/**
 * Checks values of one type. Every schema is a Standard Schema, version 1 (https://standardschema.dev), for libraries
 * that accept schemas of any origin.
 */
export interface Schema<T> {
  /** Whether a value is valid. Stops at the first issue, so it is faster than `validate`. */
  readonly is: (value: unknown) => value is T;
  /** Returns the value itself or its issues. */
  readonly validate: (value: unknown, options?: ValidateOptions) => Result<T>;
  /** Returns the value itself. Throws a {@link ValidationError} with its issues when the value is invalid. */
  readonly parse: (value: unknown) => T;
  readonly "~standard": StandardProperties<T>;
}

/** The schema of objects: others can be made of it, such as by {@link pick}. */
export interface Shape<T> extends Schema<T> {
  readonly "~shape": Checked;
}

/** How objects are checked. */
export interface Checked {
  readonly check: () => Check;
  readonly mode: Mode;
}

// Named interfaces: the compiler would instantiate inline types anew for each of thousands of schemas.
interface StandardProperties<T> {
  readonly version: 1;
  readonly vendor: string;
  /** A {@link Result} is a result of the standard; `ok` and the codes of issues are additions. */
  readonly validate: (value: unknown) => Result<T>;
  readonly types?: StandardTypes<T> | undefined;
}

interface StandardTypes<T> {
  readonly input: T;
  readonly output: T;
}

// Checks and lists of members are given as functions that return them: see the generated `validators.ts`.

/** The schema of a structured type in responses. */
export function readSchema<T>(check: () => Check): Shape<T> {
  return shapeOf(check, read);
}

/** The schema of a body that creates an entity, or of the parameters of an action. */
export function createSchema<T>(check: () => Check): Shape<T> {
  return shapeOf(check, create);
}

/** The schema of a body that updates an entity. */
export function updateSchema<T>(check: () => Check): Shape<T> {
  return shapeOf(check, update);
}

/** The schema of an enumeration: listed members only, and `unknownFutureValue` is none, since it is never written. */
export function memberSchema<E>(members: () => readonly string[]): Schema<E> {
  return valueSchema((value, context, name, bits) => enumeration(value, context, name, members(), bits), create);
}

/** The schema of an enumeration with IsFlags, which accepts comma-separated lists of listed members. */
export function flagsSchema<E>(members: () => readonly string[]): Schema<E> {
  return valueSchema((value, context, name, bits) => flags(value, context, name, members(), bits), create);
}

/**
 * The schema of the objects that a check accepts. The check is made when it is needed first, and once, since what it
 * reads is remembered. The whole value needs none of the bookkeeping for nested objects.
 */
export function shapeOf<T>(make: () => Check, mode: Mode): Shape<T> {
  let made: Check | undefined;
  const check = (): Check => (made ??= make());
  const schema = valueSchema<T>((value, context) => {
    if (isObject(value)) inspect(value, context, check());
    else reject(value, context, WHOLE, always, "an object");
  }, mode);
  return { ...schema, "~shape": { check, mode } };
}

/** Where the list of issues ends, unless a validation is given another number. */
const MAX_ISSUES = 100;

/** The schema of any value, such as a primitive one. */
export function valueSchema<T>(check: ValueCheck, mode: Mode): Schema<T> {
  const run = (value: unknown, context: Context): void => {
    try {
      check(value, context, WHOLE, always);
    } catch {
      unreadable(context);
    }
  };
  const validate = (value: unknown, { maxIssues = MAX_ISSUES }: ValidateOptions = {}): Result<T> => {
    const issues: CollectedIssue[] = [];
    const found = { issues, limit: maxIssues > 1 ? maxIssues : 1, more: false };
    const context = contextOf(mode, found);
    run(value, context);
    if (found.more) {
      fail(context, WHOLE, "more", undefined, `at most ${found.limit++} issues`);
    }
    // A value without issues is a T.
    return issues.length === 0 ? { ok: true, value: value as T } : { ok: false, issues };
  };
  return {
    is: (value): value is T => {
      const context = contextOf(mode);
      run(value, context);
      return !context.halted;
    },
    validate,
    parse: (value) => {
      const { issues } = validate(value);
      if (issues) throw new ValidationError(issues);
      return value as T;
    },
    "~standard": { version: 1, vendor: "odata-codegen", validate },
  };
}
