import type { At } from "../../diagnostics/position.js";
import type { QualifiedName } from "../../edm/names.js";
import { qualifiedName } from "../qualified-names.js";
import type { Reading, Text } from "../reading.js";
import type { JsonArray, JsonMember, JsonObject, JsonScalar, JsonValue } from "./json-tree.js";

/**
 * The members of an object by what their names say they are (CSDL JSON 4.01 §5, §14.2): keywords start with `$`,
 * annotations have the form `target@Term#Qualifier` with an empty target for the object itself, and all others
 * are children.
 */
export interface Parts {
  readonly object: JsonObject;
  /** What the object is, for messages. */
  readonly what: string;
  readonly keywords: ReadonlyMap<string, JsonMember>;
  readonly children: readonly JsonMember[];
  readonly annotations: ReadonlyMap<string, readonly AnnotationMember[]>;
}

export interface AnnotationMember {
  readonly at: At;
  readonly term: string;
  readonly qualifier: string | undefined;
  readonly value: JsonValue;
  /** Name of the whole member: the target of the annotations on this one. */
  readonly name: string;
}

interface Expected {
  readonly keywords: readonly string[];
  readonly children?: boolean;
  /** Members whose annotations stand beside them, as they are no objects of their own. */
  readonly annotated?: (target: string) => boolean;
}

/** Takes an object apart and says what CSDL does not know in it. */
export function partsOf(object: JsonObject, what: string, expected: Expected, reading: Reading): Parts {
  const keywords = new Map<string, JsonMember>();
  const children: JsonMember[] = [];
  const annotations = new Map<string, AnnotationMember[]>();
  for (const member of object.members) {
    const { name } = member;
    if (name.includes("@")) addAnnotation(member, annotations);
    else if (name.startsWith("$") && expected.keywords.includes(name)) keywords.set(name, member);
    else if (!name.startsWith("$") && expected.children === true) children.push(member);
    else reading.report.add("unknown-attribute", member.at, { attribute: name, element: what });
  }
  const parts = { object, what, keywords, children, annotations };
  reportStrayAnnotations(parts, expected.annotated ?? (() => false), reading);
  return parts;
}

function addAnnotation(member: JsonMember, annotations: Map<string, AnnotationMember[]>): void {
  const sign = member.name.lastIndexOf("@");
  const [term = "", qualifier] = member.name.slice(sign + 1).split("#", 2);
  const target = member.name.slice(0, sign);
  const group = annotations.get(target) ?? [];
  group.push({ at: member.at, term, qualifier, value: member.value, name: member.name });
  annotations.set(target, group);
}

function reportStrayAnnotations(
  { object, what, annotations }: Parts,
  annotated: (target: string) => boolean,
  { report }: Reading,
): void {
  for (const [target, group] of annotations) {
    if (target === "" || target.includes("@") || annotated(target)) {
      if (target === "" || object.members.some(({ name }) => name === target)) continue;
    }
    for (const { at, name } of group) report.add("unknown-attribute", at, { attribute: name, element: what });
  }
}

export function keyword({ keywords }: Parts, name: string): JsonValue | undefined {
  return keywords.get(name)?.value;
}

/** The text of a string, number or Boolean member. */
export function textOf(parts: Parts, name: string, reading: Reading): Text | undefined {
  const value = keyword(parts, name);
  if (value === undefined || isText(value)) return value;
  wrongKind(value, name, "a string", reading);
  return undefined;
}

export function isText(value: JsonValue): value is JsonScalar {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
}

export function stringOf(parts: Parts, name: string, reading: Reading): Text | undefined {
  const value = keyword(parts, name);
  if (value === undefined || value.kind === "string") return value;
  wrongKind(value, name, "a string", reading);
  return undefined;
}

export function objectOf(value: JsonValue | undefined, name: string, reading: Reading): JsonObject | undefined {
  if (value === undefined || value.kind === "object") return value;
  wrongKind(value, name, "an object", reading);
  return undefined;
}

export function arrayOf(value: JsonValue | undefined, name: string, reading: Reading): JsonArray | undefined {
  if (value === undefined || value.kind === "array") return value;
  wrongKind(value, name, "an array", reading);
  return undefined;
}

/** The objects of an array member; other items are errors. */
export function objectsOf(parts: Parts, name: string, reading: Reading): readonly JsonObject[] {
  const items = arrayOf(keyword(parts, name), name, reading)?.items ?? [];
  return items.flatMap((item) => objectOf(item, `An item of ${name}`, reading) ?? []);
}

export function wrongKind(value: JsonValue, name: string, expected: string, { report }: Reading): void {
  report.add("illegal-value", value.at, { name, value: shown(value), expected });
}

function shown(value: JsonValue): string {
  if (value.kind === "object") return "{…}";
  return value.kind === "array" ? "[…]" : value.value;
}

/** The text of a member that must be there. */
export function required(parts: Parts, name: string, reading: Reading): Text | undefined {
  if (!parts.keywords.has(name))
    reading.report.add("missing-attribute", parts.object.at, { element: parts.what, attribute: name });
  return stringOf(parts, name, reading);
}

/** The type, operation or container that a member names, which must be there. */
export function requiredName(parts: Parts, name: string, reading: Reading): QualifiedName | undefined {
  const text = required(parts, name, reading);
  return text && qualifiedName(text, reading);
}
