import type { Expression, PropertyValue } from "../../edm/annotations.js";
import type { ValueShape } from "./term-entry.js";
import { itemsOf, membersOf, numeralOf, pathOf, stringOf } from "../values.js";

/** The first part of a value that does not have its shape. */
export interface Misfit {
  /** A description of a value that fits. */
  readonly expected: string;
  /** The property of a record that it is in. */
  readonly property?: PropertyValue;
}

const WORDS: Readonly<Record<Exclude<ValueShape, object>, string>> = {
  any: "any value",
  boolean: "true or false",
  string: "a string",
  number: "a number",
  member: "a member of an enumeration",
  constant: "a constant",
  path: "a path",
  strings: "a collection of strings",
  paths: "a collection of paths",
  records: "a collection of records",
  record: "a record",
};

/** Dynamic expressions may have any shape, and null is no value. */
export function misfitOf(value: Expression, shape: ValueShape): Misfit | undefined {
  if (shape === "any" || isDynamic(value)) return undefined;
  if (typeof shape === "string") return fits(value, shape) ? undefined : { expected: WORDS[shape] };
  // Without a value a term has its default: for a record, an empty one.
  if (value.kind === "Constant" && value.type === "Bool" && value.value === "true") return undefined;
  if (value.kind !== "Record") return { expected: WORDS.record };
  for (const property of value.properties) {
    const misfit = misfitOf(property.value, shape[property.name] ?? "any");
    if (misfit !== undefined) return { property, ...misfit };
  }
  return undefined;
}

function isDynamic(value: Expression): boolean {
  if (value.kind === "Path") return value.type === "Path";
  return value.kind !== "Constant" && value.kind !== "Collection" && value.kind !== "Record";
}

function fits(value: Expression, shape: Exclude<ValueShape, object>): boolean {
  switch (shape) {
    case "boolean":
      return value.kind === "Constant" && value.type === "Bool";
    case "string":
      return stringOf(value) !== undefined;
    case "number":
      return numeralOf(value) !== undefined;
    case "member":
      return membersOf(value) !== undefined;
    case "constant":
      return value.kind === "Constant" && value.type !== "Bool";
    case "path":
      return pathOf(value) !== undefined;
    case "strings":
      return areAll(value, "string");
    case "paths":
      return areAll(value, "path");
    case "records":
      return areAll(value, "record");
    case "record":
      return value.kind === "Record";
    case "any":
      return true;
  }
}

function areAll(value: Expression, shape: Exclude<ValueShape, object>): boolean {
  return itemsOf(value)?.every((item) => isDynamic(item) || fits(item, shape)) === true;
}
