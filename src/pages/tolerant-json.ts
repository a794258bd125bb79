import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { JsonValue } from "../edm/requests.js";
import { repairedJson } from "./repaired-json.js";

export interface TolerantJson {
  readonly tree?: Node;
  /** The first fault that more than a comment or a trailing comma is needed to explain. */
  readonly fault?: { readonly at: number; readonly what: string };
  /** Whether what was read in spite of the fault is what was meant. */
  readonly usable: boolean;
}

/** Deeper than any data of a page; jsonc-parser descends by recursion. */
const MAX_DEPTH = 200;

/**
 * Reads JSON with comments, trailing commas and missing commas, and, where that is not enough, with quotes of other
 * kinds, placeholders and ellipses; offsets count from the start of the text.
 */
export function parseTolerantly(text: string): TolerantJson {
  const tooDeep = offsetBelowDepth(text);
  if (tooDeep !== undefined) return { fault: { at: tooDeep, what: "nested too deeply" }, usable: false };
  const asWritten = parse(text);
  if (asWritten.usable) return asWritten;
  const repaired = parse(repairedJson(text));
  return repaired.usable && asWritten.fault !== undefined ? { ...repaired, fault: asWritten.fault } : asWritten;
}

/** Faults in spite of which what was read is what was meant. */
const HARMLESS: ReadonlySet<string> = new Set(["CommaExpected", "EndOfFileExpected"]);

function parse(text: string): TolerantJson {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (tree === undefined) return { fault: { at: first?.offset ?? 0, what: "no value" }, usable: false };
  if (first === undefined) return { tree, usable: true };
  const usable = errors.every(({ error }) => HARMLESS.has(printParseErrorCode(error)));
  return {
    tree,
    fault: { at: first.offset, what: FAULTS.get(printParseErrorCode(first.error)) ?? "not JSON" },
    usable,
  };
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ["CommaExpected", "a comma is missing"],
  ["ColonExpected", "a colon is missing"],
  ["ValueExpected", "a value is missing"],
  ["PropertyNameExpected", "a property name is missing"],
  ["CloseBraceExpected", "a closing brace is missing"],
  ["CloseBracketExpected", "a closing bracket is missing"],
  ["EndOfFileExpected", "there is more text behind the value"],
  ["UnexpectedEndOfString", "a string is not closed"],
  ["UnexpectedEndOfComment", "a comment is not closed"],
]);

function offsetBelowDepth(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') i = endOfString(text, i);
    else if (c === "{" || c === "[") {
      if (++depth > MAX_DEPTH) return i;
    } else if (c === "}" || c === "]") depth--;
  }
  return undefined;
}

/** Offset of the quote that closes the string; a line break ends one that is not closed. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"' || text[i] === "\n") return i;
  }
  return text.length;
}

/** The value of a tree as plain data. Properties are defined, never assigned: `__proto__` is a key like any other. */
export function jsonValue(node: Node): JsonValue {
  if (node.type === "object") {
    return Object.fromEntries(entriesOf(node).map(({ name, value }) => [name, jsonValue(value)] as const));
  }
  if (node.type === "array") return (node.children ?? []).map(jsonValue);
  const value: unknown = node.value;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

export interface JsonEntry {
  readonly name: string;
  /** Offset of the first character of the name, behind its quote. */
  readonly at: number;
  readonly value: Node;
}

/** The properties of an object that have both a name and a value. */
export function entriesOf(node: Node): readonly JsonEntry[] {
  if (node.type !== "object") return [];
  return (node.children ?? []).flatMap(({ children = [] }) => {
    const [key, value] = children;
    return key === undefined || value === undefined ? [] : [{ name: String(key.value), at: key.offset + 1, value }];
  });
}

/** The string that a property of an object has. */
export function stringIn(node: Node, name: string): { readonly text: string; readonly at: number } | undefined {
  const value =
    node.type === "object"
      ? node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]
      : undefined;
  return value?.type === "string" ? { text: String(value.value), at: value.offset + 1 } : undefined;
}

/** Whether a property is `true`, or the word. */
export function isTrueIn(node: Node, name: string): boolean {
  const value: unknown = entriesOf(node).find((entry) => entry.name === name)?.value.value;
  return value === true || value === "true";
}
