/** JSON by the letter of RFC 8259, as nearly all of a page is: one pass over the text makes the tree. */
import { isEscaped } from "./escaped.js";
import {
  MAX_DEPTH,
  type JsonArray,
  type JsonEntry,
  type JsonNode,
  type JsonObject,
  type JsonScalar,
} from "./json-tree.js";

/** How far a text is read. */
interface Cursor {
  readonly text: string;
  offset: number;
}

/** The tree of a text that is JSON without any fault; undefined for any other. */
export function parseStrictly(text: string): JsonNode | undefined {
  const cursor: Cursor = { text, offset: 0 };
  const root = readValue(cursor, 0);
  return root !== undefined && nextCharacter(cursor) === "" ? root : undefined;
}

/** The next character that is no blank (RFC 8259 §2); empty at the end of the text. */
function nextCharacter(cursor: Cursor): string {
  const { text } = cursor;
  for (;;) {
    const character = text.charAt(cursor.offset);
    if (character !== " " && character !== "\n" && character !== "\r" && character !== "\t") return character;
    cursor.offset++;
  }
}

function readValue(cursor: Cursor, depth: number): JsonNode | undefined {
  switch (nextCharacter(cursor)) {
    case "{":
      return depth < MAX_DEPTH ? readObject(cursor, depth + 1) : undefined;
    case "[":
      return depth < MAX_DEPTH ? readArray(cursor, depth + 1) : undefined;
    case '"':
      return readString(cursor);
    default:
      return readWord(cursor);
  }
}

function readObject(cursor: Cursor, depth: number): JsonObject | undefined {
  const at = cursor.offset++;
  const entries: JsonEntry[] = [];
  if (ends(cursor, "}")) return { kind: "object", at, entries };
  for (;;) {
    if (nextCharacter(cursor) !== '"') return undefined;
    const name = readString(cursor);
    if (name === undefined || nextCharacter(cursor) !== ":") return undefined;
    cursor.offset++;
    const value = readValue(cursor, depth);
    if (value === undefined) return undefined;
    entries.push({ name: name.value, at: name.at + 1, value });
    if (ends(cursor, "}")) return { kind: "object", at, entries };
    if (!ends(cursor, ",")) return undefined;
  }
}

function readArray(cursor: Cursor, depth: number): JsonArray | undefined {
  const at = cursor.offset++;
  const items: JsonNode[] = [];
  if (ends(cursor, "]")) return { kind: "array", at, items };
  for (;;) {
    const item = readValue(cursor, depth);
    if (item === undefined) return undefined;
    items.push(item);
    if (ends(cursor, "]")) return { kind: "array", at, items };
    if (!ends(cursor, ",")) return undefined;
  }
}

/** Reads on behind a character, when it is the next one. */
function ends(cursor: Cursor, character: string): boolean {
  if (nextCharacter(cursor) !== character) return false;
  cursor.offset++;
  return true;
}

interface JsonString extends JsonScalar {
  readonly value: string;
}

function readString(cursor: Cursor): JsonString | undefined {
  const { text, offset: at } = cursor;
  const end = endOfString(text, at);
  if (end === undefined) return undefined;
  cursor.offset = end;
  const inner = text.slice(at + 1, end - 1);
  const value = NOT_AS_WRITTEN.test(inner) ? unescaped(text.slice(at, end)) : inner;
  return value === undefined ? undefined : { kind: "scalar", at, end, value };
}

/** An escape, or a character that may only stand escaped (RFC 8259 §7). */
const NOT_AS_WRITTEN = /[\\\p{Cc}]/u;

/** Offset behind the quote that closes the string. */
function endOfString(text: string, at: number): number | undefined {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? undefined : end + 1;
}

/** What a string with escapes says, read by the engine; undefined where it is none. */
function unescaped(written: string): string | undefined {
  try {
    return String(JSON.parse(written));
  } catch {
    return undefined;
  }
}

const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function readWord(cursor: Cursor): JsonScalar | undefined {
  const at = cursor.offset;
  WORD.lastIndex = at;
  const word = WORD.exec(cursor.text)?.[0];
  if (word === undefined) return undefined;
  const end = at + word.length;
  cursor.offset = end;
  const named = WORDS.get(word);
  return { kind: "scalar", at, end, value: named === undefined ? Number(word) : named };
}
