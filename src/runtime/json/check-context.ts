/** A JSON object, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The name of a property or the index of an item. The empty name stands for the whole value. */
export type Name = string | number;

/** Checks the properties of an object. It reads every property that the type has, present or not. */
export type Check = (value: JsonObject, context: Context) => void;

/** Checks one value: a property of an object or an item of a collection. */
export type ValueCheck = (value: unknown, context: Context, name: Name, flags?: number) => void;

export type IssueCode =
  | "type"
  | "missing"
  | "null"
  | "format"
  | "range"
  | "member"
  | "unknown-property"
  | "read-only"
  | "odata-type"
  | "depth";

/** What is wrong, and where: the names and indexes that lead from the whole value to the place. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  readonly message: string;
}

/** What differs between reading a value and writing it. */
export interface Mode {
  /** The flag of properties that have to be there. */
  readonly required: number;
  /** The flag of properties that must not be there. */
  readonly refused: number;
  /** Finds what the type does not have. Absent when reading: services add properties and enumeration members. */
  readonly strict: ((value: JsonObject, context: Context, check: Check) => void) | undefined;
}

/** The state of one validation. */
export interface Context extends Mode {
  /** Where issues are collected; absent when the first one ends the validation. */
  readonly issues: CollectedIssue[] | undefined;
  /** No further object is looked into. */
  halted: boolean;
  depth: number;
  /** The type at hand may have properties that the schema does not list. */
  open: boolean;
}

export interface CollectedIssue extends Issue {
  readonly path: (string | number)[];
}

// Flags of a property, combined with `|`. Without flags a property is nullable and need not be there.

/** Need not be there, but is not null when it is. */
export const optional = 0;
export const nullable = 1;
export const nullableItems = 2;
export const requiredOnRead = 4;
export const requiredOnCreate = 8;
export const requiredOnUpdate = 16;
export const refusedOnCreate = 32;
export const refusedOnUpdate = 64;

/** There when read and when created, and not null. */
export const required = 12;
/** There in every shape: the items of a collection, the value itself. */
export const always = 28;
/** Set by the service only (Core.Computed). */
export const computed = 96;
/** Set on creation only (Core.Immutable, keys). */
export const immutable = 64;

export const read: Mode = { required: requiredOnRead, refused: 0, strict: undefined };

/** The start of a validation. */
export function contextOf({ required, refused, strict }: Mode, issues?: CollectedIssue[]): Context {
  // Property by property: a spread is a hundred times slower, and this is the cost of every call.
  return { required, refused, strict, issues, halted: false, depth: 0, open: false };
}

/** Records an issue at a property of the object at hand; whoever looked into that object puts its name in front. */
export function fail(context: Context, name: Name, code: IssueCode, message: string = `is ${code}`): void {
  if (context.issues) context.issues.push({ path: name === "" ? [] : [name], code, message });
  else context.halted = true;
}

/** The slow path of every check: the value is absent, null, refused or wrong. */
export function reject(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (value === undefined) {
    if (flags & context.required) fail(context, name, "missing");
  } else if (flags & context.refused) fail(context, name, "read-only");
  else if (value === null) {
    if (!(flags & nullable)) fail(context, name, "null", "must not be null");
  } else fail(context, name, "type", `must be ${expected}`);
}

/** A value of which only its name is known; still it may have to be there, or must not be. */
export function known(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (value === undefined || value === null || flags & context.refused) reject(value, context, name, flags, "a value");
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks what an object has, and that it has nothing else. */
export function inspect(value: JsonObject, context: Context, check: Check): void {
  check(value, context);
  context.strict?.(value, context, check);
}
