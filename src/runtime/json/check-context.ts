/** A JSON object whose properties are not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The name of a property or the index of an item; {@link WHOLE} is the whole value. */
export type Name = string | number;

/** The name of a value that is in no other. A property may have the empty name. */
export const WHOLE = -1;

/**
 * Checks the properties of an object. It must read every property of the type, present or not: `refuseUnknown` relies
 * on it.
 */
export type Check = (value: JsonObject, context: Context) => void;

/** Checks one value, a property of an object or an item of a collection. `flags` are described below. */
export type ValueCheck = (value: unknown, context: Context, name: Name, flags?: number) => void;

/**
 * Kinds of issues: `type` (wrong JSON type), `missing`, `null`, `format` (wrong lexical form), `range` (number, length
 * or item count out of bounds), `member` (not one of the allowed values), `unknown-property`, `read-only` (must not be
 * written), `odata-type` (wrong `@odata.type`, or none where one is needed), `depth` (nested too deeply), `unreadable`
 * (a getter or a proxy threw), `more` (the last issue of a list that ends before all are found).
 */
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
  | "depth"
  | "unreadable"
  | "more";

/** A problem in a value. `path` has the property names and item indexes from the whole value to the problem. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  readonly message: string;
  /** What would be valid, such as `a GUID`. */
  readonly expected: string;
  /**
   * What was there, such as `array` or `5`; for texts at most 20 characters and half of them, since they may be
   * secrets. Type names and members of enumerations, which are none, have up to 40.
   */
  readonly received: string;
}

/** A mode of validation: reading a response, or writing a body that creates or updates. */
export interface Mode {
  /** The flag of required properties. */
  readonly required: number;
  /** The flag of properties that must be absent. */
  readonly refused: number;
  /**
   * Reports properties that the type does not have. Undefined in the mode `read`, which accepts unknown properties and
   * enumeration members, since services add them.
   */
  readonly strict: ((value: JsonObject, context: Context, check: Check) => void) | undefined;
}

/** The state of a validation. */
export interface Context extends Mode {
  /** The flags of properties that are required in the current object. */
  required: number;
  /** `required`, for the objects in the current one. */
  readonly requiredBelow: number;
  /** The issues found so far; undefined when the validation stops at the first one. */
  readonly found: Found | undefined;
  /** Set when the result is certain; no further object is checked. */
  halted: boolean;
  /** The number of objects around the current one. */
  depth: number;
  /** The number of objects looked into, all in all. */
  visits: number;
  /** The objects that a check has looked into, once there are very many visits. */
  visited?: Map<Check, Set<JsonObject>>;
  /** What happens to properties that the current type does not declare; set by its check. */
  undeclared: Undeclared;
  /** Filled by the check of a type while what that declares is learned. */
  learned?: Learned;
}

/** What a type declares beside the names of its properties. */
export interface Learned {
  /** Its navigation properties. */
  readonly links: Map<Name, Link>;
  /** The name of a type without derived types, null where it is abstract; undefined for other types. */
  leaf?: string | null;
}

/**
 * Properties that are not declared are refused in what is written, or accepted, as open types do (OData CSDL XML 4.01
 * §6.3 and §9.3), or have been looked for by the check itself.
 */
export type Undeclared = "refused" | "accepted" | "found";

/** What entities a navigation property leads to. */
export interface Link {
  readonly many: boolean;
  readonly nullable: boolean;
  /** Contained ones cannot be related by their URLs. */
  readonly contained: boolean;
  /** The flags of the modes that refuse it. */
  readonly flags: number;
}

export interface CollectedIssue extends Issue {
  readonly path: (string | number)[];
}

/** The issues that a validation collects, and how many at most. */
export interface Found {
  readonly issues: CollectedIssue[];
  limit: number;
  /** Set when there are more. */
  more: boolean;
}

// Flags of a property, combined with `|`. Checks that are called without flags use `nullable`: null and absence pass.

/** May be absent, must not be null. */
export const optional = 0;
/** May be null. */
export const nullable = 1;
/** Items of the collection may be null. */
export const nullableItems = 2;
/** Items of the collection may be null in responses: the metadata states nothing (OData CSDL XML 4.01 §7.2.1). */
export const nullItemsOnRead = 512;
/** The navigation property contains its entities, which therefore cannot be related by their URLs. */
export const contained = 256;
export const requiredOnRead = 4;
export const requiredOnCreate = 8;
export const requiredOnUpdate = 16;
export const refusedOnCreate = 32;
export const refusedOnUpdate = 64;

/** Required in responses and when created; not null. */
export const required = 12;
/** Required in every mode, also where properties are not: items of a collection, and the whole value. */
export const always = 128;
/** Must not be written: the service sets it (Core.Computed). */
export const computed = 96;
/** Can be written on creation only (Core.Immutable, keys). */
export const immutable = 64;

/** The mode of responses: unknown properties and enumeration members are accepted. */
export const read: Mode = { required: requiredOnRead | always, refused: 0, strict: undefined };

/** The initial state of a validation. Without `found` it stops at the first problem. */
export function contextOf({ required, refused, strict }: Mode, found?: Found): Context {
  // Not a spread, which is a hundred times slower here: every validation calls this function.
  return {
    required,
    requiredBelow: required,
    refused,
    strict,
    found,
    halted: false,
    depth: 0,
    visits: 0,
    undeclared: "refused",
  };
}

/** What an issue of a kind states; the others state what the value must be. */
const messages: Readonly<Partial<Record<IssueCode, string>>> = {
  missing: "is missing",
  null: "must not be null",
  "unknown-property": "is not a property of this type",
  "read-only": "is read-only",
  more: "has more issues",
};

/**
 * Records an issue at a property of the current object. The caller of the object's check prepends the object's own
 * name. `expected` is what would be valid, such as `a GUID`.
 */
export function fail(context: Context, name: Name, code: IssueCode, value: unknown, expected: string): void {
  const { found } = context;
  if (found === undefined || found.issues.length >= found.limit) {
    context.halted = true;
    if (found !== undefined) found.more = true;
    return;
  }
  found.issues.push({
    path: name === WHOLE ? [] : [name],
    code,
    message: messages[code] ?? `must be ${expected}`,
    expected,
    received: shown(value, code === "member" || code === "odata-type" ? 40 : 0),
  });
}

/** A value in a few words. Of a text its first `length` characters; 0: at most 20, and at most half of them. */
function shown(value: unknown, length: number): string {
  if (typeof value === "string") {
    const start = value.slice(0, length || Math.min(20, value.length / 2));
    return JSON.stringify(start) + (start === value ? "" : "...");
  }
  // The texts of others, such as functions, may be long.
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "array" : typeof value;
}

/**
 * Reports a value that is absent, null, refused or of the wrong type, unless the flags allow it. `expected` completes
 * "must be …".
 */
export function reject(value: unknown, context: Context, name: Name, flags: number, expected: string): void {
  if (value === undefined) {
    if (flags & context.required) fail(context, name, "missing", value, expected);
  } else if (flags & context.refused) fail(context, name, "read-only", value, "no value");
  else if (value === null) {
    if (!(flags & nullable)) fail(context, name, "null", value, expected);
  } else fail(context, name, "type", value, expected);
}

/** The first of the values that are valid: enumerations may have hundreds. */
export function listed(values: readonly unknown[]): string {
  return values.slice(0, 12).join(", ") + (values.length > 12 ? " ..." : "");
}

/** A property of unknown type: only presence and null are checked. */
export function known(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (value === undefined || value === null || flags & context.refused) reject(value, context, name, flags, "a value");
}

/** Whether a value is a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks the properties of an object and, in strict modes, that it has no others. Getters and proxies may throw. */
export function inspect(value: JsonObject, context: Context, check: Check): void {
  try {
    check(value, context);
    context.strict?.(value, context, check);
  } catch {
    unreadable(context);
  }
}

/** Reports that the current value cannot be read. */
export function unreadable(context: Context): void {
  fail(context, WHOLE, "unreadable", undefined, "a readable value");
}
