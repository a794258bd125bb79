/**
 * Readers of annotation values. They give undefined for a value of another kind, and for a dynamic expression
 * (CSDL 4.01 §14.4), which has a value only for an instance.
 */
import type { Expression } from "../edm/annotations.js";
import type { QualifiedName } from "../edm/names.js";
import { annotationOf, type Annotated } from "../edm/vocabulary.js";

export type Value = Expression | undefined;

export function valueOf(element: Annotated, term: QualifiedName): Value {
  return annotationOf(element, term)?.value;
}

export function booleanOf(value: Value): boolean | undefined {
  if (value?.kind !== "Constant" || value.type !== "Bool") return undefined;
  return value.value === "true";
}

export function stringOf(value: Value): string | undefined {
  return value?.kind === "Constant" && value.type === "String" ? value.value : undefined;
}

const NUMERIC = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The exact text of a number; CSDL JSON writes large ones as strings. */
export function numeralOf(value: Value): string | undefined {
  return value?.kind === "Constant" && value.type !== "Bool" && NUMERIC.test(value.value) ? value.value : undefined;
}

/** The simple names of the members of an enumeration value; CSDL JSON writes them as a string with commas. */
export function membersOf(value: Value): readonly string[] | undefined {
  if (value?.kind !== "Constant" || (value.type !== "EnumMember" && value.type !== "String" && value.type !== "Int"))
    return undefined;
  const members = value.value.split(/[\s,]+/).map((member) => member.slice(member.lastIndexOf("/") + 1));
  return members.filter((member) => member !== "");
}

/** A path to a model element; CSDL JSON writes it as a string. A value path is dynamic. */
export function pathOf(value: Value): string | undefined {
  if (value?.kind === "Path") return value.type === "Path" ? undefined : value.path;
  return stringOf(value);
}

export function itemsOf(value: Value): readonly Expression[] | undefined {
  return value?.kind === "Collection" ? value.items : undefined;
}

/** The paths of a collection, or none. */
export function pathsOf(value: Value): readonly string[] {
  return (itemsOf(value) ?? []).flatMap((item) => pathOf(item) ?? []);
}

/** One property of a record. */
export function fieldOf(value: Value, name: string): Value {
  return value?.kind === "Record" ? value.properties.find((property) => property.name === name)?.value : undefined;
}
