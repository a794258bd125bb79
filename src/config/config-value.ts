import { getNodeValue, type Node, parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import { JSON_DEPTH, tooDeepAt } from "../diagnostics/json-depth.js";
import { at, type Source } from "../diagnostics/position.js";
import type { Place, Report } from "../diagnostics/report.js";

/**
 * A value with its place, from the config file or another file that the user writes, in JSON or exported by a module.
 * It has `entries`, `items` or a `scalar`.
 */
export interface ConfigValue {
  readonly place: Place;
  /** The entries of an object in their order. JSON may repeat a key. */
  readonly entries?: readonly ConfigEntry[];
  /** The items of an array. */
  readonly items?: readonly ConfigValue[];
  /** Any other value. */
  readonly scalar?: unknown;
  /** The value in messages: `a list`, `"x"`. */
  readonly shown: string;
}

/** The place of the value at a path of keys, or of the innermost value on the path that exists. */
export function placeAt(value: ConfigValue, keys: readonly string[]): Place {
  const [key, ...deeper] = keys;
  const entry = value.entries?.find((entry) => entry.key === key);
  return entry === undefined ? value.place : placeAt(entry.value, deeper);
}

export interface ConfigEntry {
  readonly key: string;
  readonly place: Place;
  readonly value: ConfigValue;
}

/** Parses JSON with comments and trailing commas. Undefined, with errors of the code `malformed`, if it is not valid. */
export function jsonValue(
  source: Source,
  report: Report,
  malformed:
    "config-malformed" | "operations-malformed" | "suppressions-malformed" | "artifact-malformed" = "config-malformed",
): ConfigValue | undefined {
  const deep = tooDeepAt(source.text);
  if (deep !== undefined) {
    report.add(malformed, at(source, deep), { problem: `nested more than ${JSON_DEPTH} deep` });
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors) {
    report.add(malformed, at(source, offset), { problem: inWords(printParseErrorCode(error)) });
  }
  return errors.length > 0 || root === undefined ? undefined : nodeValue(root, source);
}

/** `CommaExpected` becomes `comma expected`. */
function inWords(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

function nodeValue(node: Node, source: Source): ConfigValue {
  const place = at(source, node.offset);
  const children = node.children ?? [];
  if (node.type === "array")
    return listValue(
      place,
      children.map((child) => nodeValue(child, source)),
    );
  if (node.type === "object")
    return objectValue(
      place,
      children.flatMap((child) => nodeEntry(child, source)),
    );
  const scalar: unknown = getNodeValue(node);
  return { place, shown: JSON.stringify(scalar), scalar };
}

function objectValue(place: Place, entries: readonly ConfigEntry[]): ConfigValue {
  return { place, shown: "an object", entries };
}

function listValue(place: Place, items: readonly ConfigValue[]): ConfigValue {
  return { place, shown: items.length === 0 ? "an empty list" : "a list", items };
}

function nodeEntry({ children: [key, value] = [] }: Node, source: Source): readonly ConfigEntry[] {
  if (key === undefined || value === undefined) return [];
  return [{ key: String(key.value), place: at(source, key.offset), value: nodeValue(value, source) }];
}

/** Deeper than any key of the config file. The limit ends objects that contain themselves. */
const MAX_DEPTH = 6;

/** A value exported by a module. Its place is the file, without a line. */
export function programValue(value: unknown, path: string, depth = MAX_DEPTH): ConfigValue {
  const place = { path };
  if (Array.isArray(value))
    return listValue(place, depth > 0 ? value.map((item) => programValue(item, path, depth - 1)) : []);
  if (typeof value === "object" && value !== null) {
    const given = depth > 0 ? Object.entries(value).filter(([, value]) => value !== undefined) : [];
    return objectValue(
      place,
      given.map(([key, value]) => ({ key, place, value: programValue(value, path, depth - 1) })),
    );
  }
  return { place, shown: shownScalar(value), scalar: value };
}

function shownScalar(value: unknown): string {
  if (value === undefined) return "nothing";
  return value === null || ["string", "number", "boolean"].includes(typeof value)
    ? JSON.stringify(value)
    : `a ${typeof value}`;
}
