/** JSON as a tree that knows where everything stands; offsets count from the start of its text. */
import type { JsonValue } from "../../edm/requests.js";

export type JsonNode = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: "object";
  readonly at: number;
  /** The properties that have both a name and a value. */
  readonly entries: readonly JsonEntry[];
}

export interface JsonEntry {
  readonly name: string;
  /** Offset of the first character of the name, behind its quote. */
  readonly at: number;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly kind: "array";
  readonly at: number;
  readonly items: readonly JsonNode[];
}

export interface JsonScalar {
  readonly kind: "scalar";
  readonly at: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
}

export function entriesOf(node: JsonNode): readonly JsonEntry[] {
  return node.kind === "object" ? node.entries : [];
}

function valueIn(node: JsonNode, name: string): JsonNode | undefined {
  return entriesOf(node).find((entry) => entry.name === name)?.value;
}

/** The string that a property of an object has. */
export function stringIn(node: JsonNode, name: string): { readonly text: string; readonly at: number } | undefined {
  const value = valueIn(node, name);
  return value?.kind === "scalar" && typeof value.value === "string"
    ? { text: value.value, at: value.at + 1 }
    : undefined;
}

/** The value of a tree as plain data. */
export function jsonValue(node: JsonNode): JsonValue {
  switch (node.kind) {
    case "object":
      return objectOf(node);
    case "array":
      return node.items.map(jsonValue);
    case "scalar":
      return node.value;
  }
}

/** By assignment, which is much faster than Object.fromEntries; but `__proto__` is a key like any other. */
function objectOf({ entries }: JsonObject): JsonValue {
  if (entries.some(({ name }) => name === "__proto__"))
    return Object.fromEntries(entries.map(({ name, value }) => [name, jsonValue(value)]));
  const object: Record<string, JsonValue> = {};
  for (const { name, value } of entries) object[name] = jsonValue(value);
  return object;
}
