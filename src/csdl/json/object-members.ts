import type { At } from "../../diagnostics/position.js";
import type { QualifiedName } from "../../edm/names.js";
import { qualifiedName } from "../qualified-names.js";
import type { Reading, Text } from "../reading.js";
import type { JsonArray, JsonMember, JsonObject, JsonScalar, JsonValue } from "./json-tree.js";

/**
 * The members of a JSON object, classified by their names (CSDL JSON 4.01 §5, §14.2): keywords start with `$`,
 * annotations have the form `target@Term#Qualifier` with an empty target for the object itself, all others are
 * children.
 */
export interface ObjectMembers {
  readonly object: JsonObject;
  /** The kind of the object in messages, such as `Reference`. */
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
  /** The full member name, which is the target of annotations on this annotation. */
  readonly name: string;
}

interface Expected {
  readonly keywords: readonly string[];
  readonly children?: boolean;
  /** Whether a member may have annotations beside it, because its value is not an object that could contain them. */
  readonly annotated?: (target: string) => boolean;
}

/** Classifies the members of an object and reports those that CSDL does not define for it. */
export function classifyMembers(object: JsonObject, what: string, expected: Expected, reading: Reading): ObjectMembers {
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
  const members = { object, what, keywords, children, annotations };
  reportStrayAnnotations(members, expected.annotated ?? (() => false), reading);
  return members;
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
  { object, what, annotations }: ObjectMembers,
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

export function keyword({ keywords }: ObjectMembers, name: string): JsonValue | undefined {
  return keywords.get(name)?.value;
}

/** The text of a string, number or Boolean member; reports other values. */
export function textOf(members: ObjectMembers, name: string, reading: Reading): Text | undefined {
  const value = keyword(members, name);
  if (value === undefined || isText(value)) return value;
  wrongKind(value, name, "a string", reading);
  return undefined;
}

export function isText(value: JsonValue): value is JsonScalar {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
}

export function stringOf(members: ObjectMembers, name: string, reading: Reading): Text | undefined {
  const value = keyword(members, name);
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

/** The objects in an array member; reports other items. */
export function objectsOf(members: ObjectMembers, name: string, reading: Reading): readonly JsonObject[] {
  const items = arrayOf(keyword(members, name), name, reading)?.items ?? [];
  return items.flatMap((item) => objectOf(item, `An item of ${name}`, reading) ?? []);
}

export function wrongKind(value: JsonValue, name: string, expected: string, { report }: Reading): void {
  report.add("illegal-value", value.at, { name, value: shown(value), expected });
}

function shown(value: JsonValue): string {
  if (value.kind === "object") return "{…}";
  return value.kind === "array" ? "[…]" : value.value;
}

/** The text of a required string member; reports its absence. */
export function required(members: ObjectMembers, name: string, reading: Reading): Text | undefined {
  if (!members.keywords.has(name))
    reading.report.add("missing-attribute", members.object.at, { element: members.what, attribute: name });
  return stringOf(members, name, reading);
}

/** The qualified name in a required string member; reports its absence. */
export function requiredName(members: ObjectMembers, name: string, reading: Reading): QualifiedName | undefined {
  const text = required(members, name, reading);
  return text && qualifiedName(text, reading);
}
