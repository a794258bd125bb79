import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { JsonValue } from "../../edm/requests.js";
import { jsonValue, type JsonEntry, type JsonNode } from "./json-tree.js";
import { repairedJson } from "./repaired-json.js";
import { parseStrictly, treeOfJson } from "./strict-json.js";

export interface TolerantJson {
  /** The same as data and as a tree. */
  readonly value?: JsonValue;
  readonly tree?: JsonNode;
  /** The first fault that more than a comment or a trailing comma is needed to explain. */
  readonly fault?: { readonly at: number; readonly what: string };
  /** Whether what was read in spite of the fault is what was meant. */
  readonly usable: boolean;
}

/**
 * Reads JSON with comments, trailing commas and missing commas, and, where that is not enough, with quotes of other
 * kinds, placeholders and ellipses; offsets count from the start of the text.
 */
export function parseTolerantly(text: string): TolerantJson {
  const tooDeep = offsetBelowDepth(text);
  if (tooDeep !== undefined) return { fault: { at: tooDeep, what: "nested too deeply" }, usable: false };
  const value = parseStrictly(text);
  if (value !== undefined) return { value, tree: treeOfJson(text), usable: true };
  const asWritten = parse(text);
  if (asWritten.usable) return asWritten;
  const repaired = parse(repairedJson(text));
  return repaired.usable && asWritten.fault !== undefined ? { ...repaired, fault: asWritten.fault } : asWritten;
}

/** Faults in spite of which what was read is what was meant. */
const HARMLESS: ReadonlySet<string> = new Set(["CommaExpected", "EndOfFileExpected"]);

function parse(text: string): TolerantJson {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (root === undefined) return { fault: { at: first?.offset ?? 0, what: "no value" }, usable: false };
  const tree = treeOf(root);
  const value = jsonValue(tree);
  if (first === undefined) return { value, tree, usable: true };
  const usable = errors.every(({ error }) => HARMLESS.has(printParseErrorCode(error)));
  return {
    value,
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

/** The tree of the parser as one of ours; what it found of a property without a value is left out. */
function treeOf({ type, offset: at, length, value, children = [] }: Node): JsonNode {
  if (type === "object") return { kind: "object", at, entries: children.flatMap(entryOf) };
  if (type === "array") return { kind: "array", at, items: children.map(treeOf) };
  const known: unknown = value;
  const isValue = typeof known === "string" || typeof known === "number" || typeof known === "boolean";
  return { kind: "scalar", at, end: at + length, value: isValue ? known : null };
}

function entryOf({ children: [key, value] = [] }: Node): readonly JsonEntry[] {
  if (key === undefined || value === undefined) return [];
  return [{ name: String(key.value), at: key.offset + 1, value: treeOf(value) }];
}

/** Deeper than any data of a page; who reads a tree descends by recursion. */
const MAX_DEPTH = 200;

function offsetBelowDepth(text: string): number | undefined {
  if (count(text, "{") + count(text, "[") <= MAX_DEPTH) return undefined;
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

function count(text: string, character: string): number {
  let found = 0;
  for (let i = text.indexOf(character); i !== -1; i = text.indexOf(character, i + 1)) found++;
  return found;
}

/** Offset of the quote that closes the string; a line break ends one that is not closed. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"' || text[i] === "\n") return i;
  }
  return text.length;
}
