/** Reads JSON as pages write it, with jsonc-parser, into its value and the tree of its nodes. */
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from "jsonc-parser";
import type { JsonValue } from "../../edm/requests.js";
import { repairedJson } from "./repaired-json.js";

/** A node of jsonc-parser: `type`, `offset` and `length` in the text, `value` of a scalar, `children`. */
export type JsonNode = Node;

export interface Json {
  readonly value?: JsonValue;
  readonly tree?: JsonNode;
  /** The first fault besides comments and trailing commas. */
  readonly fault?: { readonly at: number; readonly what: string };
  /** Whether the value is complete in spite of the fault. */
  readonly usable: boolean;
}

/**
 * Reads JSON with comments, trailing commas and missing commas. A text that still has faults is read a second time
 * with its quotes, placeholders and ellipses repaired. Offsets count from the start of the text.
 */
export function readJson(text: string): Json {
  const tooDeep = bracketBelow(text, MAX_DEPTH);
  if (tooDeep !== undefined) return { fault: { at: tooDeep, what: "nested too deeply" }, usable: false };
  const asWritten = parse(text);
  if (asWritten.usable) return asWritten;
  const repaired = parse(repairedJson(text));
  return repaired.usable && asWritten.fault !== undefined ? { ...repaired, fault: asWritten.fault } : asWritten;
}

/** Reads the value alone: by the engine if the text is JSON by the letter (RFC 8259), else as `readJson`. */
export function readJsonValue(text: string): Pick<Json, "value" | "fault"> {
  if (bracketBelow(text, MAX_DEPTH) !== undefined) return readJson(text);
  try {
    return { value: JSON.parse(text) as JsonValue }; // what JSON.parse returns
  } catch {
    return readJson(text);
  }
}

function parse(text: string): Json {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (tree === undefined) return { fault: { at: first?.offset ?? 0, what: "no value" }, usable: false };
  const value = getNodeValue(tree) as JsonValue; // made of the values of JSON alone
  if (first === undefined) return { value, tree, usable: true };
  return {
    value,
    tree,
    fault: { at: first.offset, what: FAULTS.get(printParseErrorCode(first.error)) ?? "not JSON" },
    usable: errors.every(({ error }) => HARMLESS.has(printParseErrorCode(error))),
  };
}

/** Errors that lose no data. */
const HARMLESS: ReadonlySet<string> = new Set(["CommaExpected", "EndOfFileExpected"]);

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

/** jsonc-parser parses by recursion; deeper texts could exhaust the stack, and no data of a page is as deep. */
const MAX_DEPTH = 200;

function bracketBelow(text: string, maxDepth: number): number | undefined {
  for (const { at, depth } of bracketsOf(text, 0)) if (depth > maxDepth) return at;
  return undefined;
}

/** Offset behind the bracket that closes the one at `start`; the end of the text when none does. */
export function endOfBrackets(text: string, start: number): number {
  for (const { at, depth } of bracketsOf(text, start)) if (depth === 0) return at + 1;
  return text.length;
}

/** The brackets outside of strings, each with the number of brackets that are open behind it. */
function* bracketsOf(text: string, start: number): Generator<{ readonly at: number; readonly depth: number }> {
  const tokens = new RegExp(STRING_OR_BRACKET);
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [written] = token;
    if (written.startsWith('"')) continue;
    depth += written === "{" || written === "[" ? 1 : -1;
    yield { at: token.index, depth };
  }
}

/** A string ends at its line when it is not closed. */
const STRING_OR_BRACKET = /"(?:[^"\\\n]+|\\[^])*"?|[{}[\]]/g;

/** A property of an object node. */
export interface JsonMember {
  readonly name: string;
  /** Offset of the first character of the name, behind its quote. */
  readonly at: number;
  readonly value: JsonNode;
}

/** The properties of an object that have both a name and a value; none for other nodes. */
export function membersOf({ type, children = [] }: JsonNode): readonly JsonMember[] {
  if (type !== "object") return [];
  return children.flatMap(({ children: [name, value] = [] }) =>
    name === undefined || value === undefined ? [] : [{ name: String(name.value), at: name.offset + 1, value }],
  );
}

/** The items of an array; none for other nodes. */
export function itemsOf({ type, children = [] }: JsonNode): readonly JsonNode[] {
  return type === "array" ? children : [];
}

/** The string value of a property, with the offset of its first character, behind its quote. */
export function stringOf(node: JsonNode, name: string): { readonly text: string; readonly at: number } | undefined {
  const value = findNodeAtLocation(node, [name]);
  return value?.type === "string" ? { text: String(value.value), at: value.offset + 1 } : undefined;
}
