import type { JsonValue } from "../edm/requests.js";

/** Faults of a JSON value against a type. */
export type ValueIssueCode =
  /** Another kind of JSON value than that of the type. */
  | "type"
  /** A required property is absent. */
  | "missing"
  | "null"
  /** A text that is not in the form of its type, e.g. no date. */
  | "format"
  | "range"
  /** A string that the enumeration does not list; when read, validators accept it. */
  | "unknown-member"
  /** Against Validation.AllowedValues. */
  | "not-allowed"
  /** A name that the type does not have; when read, validators accept it. */
  | "unknown-property"
  /** A property of a derived type, without the `@odata.type` that names it. */
  | "derived-property"
  | "read-only"
  /** `@odata.type` names a type that the model does not have. */
  | "unknown-type"
  /** `@odata.type` names a type that may not stand here. */
  | "wrong-type"
  /** A value that is written names no type, and the one it is declared to be of has no values of its own. */
  | "abstract-type"
  /** An entity stands in a `value`, as only collections and bare values do. */
  | "wrapped";

/** One fault of a value; `path` has the names and indexes that lead to it from the whole value. */
export interface ValueIssue {
  readonly path: readonly (string | number)[];
  readonly code: ValueIssueCode;
  /** A part of a sentence about the value at the path, e.g. `must be a GUID`. */
  readonly message: string;
}

export function issue(code: ValueIssueCode, message: string): readonly ValueIssue[] {
  return [{ path: [], code, message }];
}

/** The issues of a part, as those of the whole. */
export function at(name: string | number, issues: readonly ValueIssue[]): readonly ValueIssue[] {
  return issues.length === 0 ? issues : issues.map((found) => ({ ...found, path: [name, ...found.path] }));
}

export type JsonObject = { readonly [name: string]: JsonValue };

export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !isArray(value);
}

export function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The issue of a value that is not an object. */
export function noObject(value: JsonValue): readonly ValueIssue[] {
  return value === null ? issue("null", "must not be null") : issue("type", "must be an object");
}
