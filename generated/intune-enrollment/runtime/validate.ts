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

/** The result of a validator: the value itself, neither changed nor copied, or all issues. */
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

/** Whether a value is valid for a structured type. Stops at the first issue, so it is faster than {@link validate}. */
export function is(value: unknown, check: Check, mode: Mode = read): boolean {
  const context = contextOf(mode);
  checkWhole(value, context, check);
  return !context.halted;
}

/** Validates a value of a structured type and collects all issues. */
export function validate<T>(value: unknown, check: Check, mode: Mode = read): Result<T> {
  const issues: CollectedIssue[] = [];
  checkWhole(value, contextOf(mode, issues), check);
  return resultOf(value, issues);
}

/** Checks the whole value, whose path is empty, without the bookkeeping that nested objects need. */
function checkWhole(value: unknown, context: Context, check: Check): void {
  if (isObject(value)) inspect(value, context, check);
  else reject(value, context, "", always, "an object");
}

/** Like {@link is}, for values other than objects, such as enumeration members. */
export function isValue(value: unknown, check: ValueCheck, mode: Mode = read): boolean {
  const context = contextOf(mode);
  check(value, context, "", always);
  return !context.halted;
}

/** Like {@link validate}, for values other than objects, such as enumeration members. */
export function validateValue<T>(value: unknown, check: ValueCheck, mode: Mode = read): Result<T> {
  const issues: CollectedIssue[] = [];
  check(value, contextOf(mode, issues), "", always);
  return resultOf(value, issues);
}

function resultOf<T>(value: unknown, issues: readonly Issue[]): Result<T> {
  // A value without issues is a T.
  return issues.length === 0 ? { ok: true, value: value as T } : { ok: false, issues };
}
