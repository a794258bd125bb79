import {
  always,
  contextOf,
  inspect,
  isObject,
  read,
  reject,
  type Check,
  type CollectedIssue,
  type Context,
  type Issue,
  type Mode,
  type ValueCheck,
} from "./check-context.js";

/** What a validator finds: the value itself, never changed or copied, or everything that is wrong with it. */
export type Result<T> = Valid<T> | Invalid;

export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
  readonly issues?: undefined;
}

export interface Invalid {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

/** Whether a value passes the check of a structured type. It stops at the first thing that is wrong. */
export function is(value: unknown, check: Check, mode: Mode = read): boolean {
  const context = contextOf(mode);
  checkWhole(value, context, check);
  return !context.halted;
}

/** Checks a value of a structured type and reports everything that is wrong. */
export function validate<T>(value: unknown, check: Check, mode: Mode = read): Result<T> {
  const issues: CollectedIssue[] = [];
  checkWhole(value, contextOf(mode, issues), check);
  return resultOf(value, issues);
}

/** An object that is the whole value has neither a path nor a depth: many types need nothing more. */
function checkWhole(value: unknown, context: Context, check: Check): void {
  if (isObject(value)) inspect(value, context, check);
  else reject(value, context, "", always, "an object");
}

/** Like {@link is}, for values that are no objects, such as members of an enumeration. */
export function isValue(value: unknown, check: ValueCheck, mode: Mode = read): boolean {
  const context = contextOf(mode);
  check(value, context, "", always);
  return !context.halted;
}

/** Like {@link validate}, for values that are no objects, such as members of an enumeration. */
export function validateValue<T>(value: unknown, check: ValueCheck, mode: Mode = read): Result<T> {
  const issues: CollectedIssue[] = [];
  check(value, contextOf(mode, issues), "", always);
  return resultOf(value, issues);
}

function resultOf<T>(value: unknown, issues: readonly Issue[]): Result<T> {
  // Without issues the check has shown that the value is a T.
  return issues.length === 0 ? { ok: true, value: value as T } : { ok: false, issues };
}
