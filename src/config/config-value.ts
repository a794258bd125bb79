import { getNodeValue, type Node, parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import { at, type Source } from "../diagnostics/position.js";
import type { Place, Report } from "../diagnostics/report.js";

/** A value of the config file, or of another one that the user writes, read as JSON or made by a program, and where it stands. It has entries, items or a scalar. */
export interface ConfigValue {
  readonly place: Place;
  /** Of an object, in its order; a JSON text may give a key twice. */
  readonly entries?: readonly ConfigEntry[];
  /** Of a list. */
  readonly items?: readonly ConfigValue[];
  /** Anything else. */
  readonly scalar?: unknown;
  /** What messages call it: `a list`, `"x"`. */
  readonly shown: string;
}

/** Where the value stands that keys lead to, or the nearest around it that is there. */
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

/** The value of a JSON text, comments and trailing commas allowed; undefined, with errors of that code, when it is malformed. */
export function jsonValue(
  source: Source,
  report: Report,
  malformed: "config-malformed" | "operations-malformed" | "suppressions-malformed" = "config-malformed",
): ConfigValue | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors) {
    report.add(malformed, at(source, offset), { problem: inWords(printParseErrorCode(error)) });
  }
  return errors.length > 0 || root === undefined ? undefined : nodeValue(root, source);
}

/** `CommaExpected` reads `comma expected`. */
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

/** No key of the config lies deeper; looking no further keeps objects that hold themselves from going on for ever. */
const MAX_DEPTH = 6;

/** The value that a program made; it stands nowhere but in its file. */
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
