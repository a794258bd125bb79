/**
 * JSON without a fault, as nearly all of it is. The engine reads that faster than any parser written for it; the one
 * thing that it does not tell is where everything stands.
 */
import type { JsonValue } from "../../edm/requests.js";
import type { JsonEntry, JsonNode } from "./json-tree.js";

/** The value of a JSON text (RFC 8259); undefined where the text is none. */
export function parseStrictly(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // the engine makes nothing else
  } catch {
    return undefined;
  }
}

/** The tree of a text that `parseStrictly` has read: it is JSON, so each character says what follows. */
export function treeOfJson(text: string): JsonNode {
  return new Cursor(text).node();
}

class Cursor {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  node(): JsonNode {
    this.#skipBlanks();
    const at = this.#at;
    switch (this.#text[at]) {
      case "{":
        return { kind: "object", at, entries: this.#entries() };
      case "[":
        return { kind: "array", at, items: this.#items() };
      default: {
        const value = this.#scalar();
        return { kind: "scalar", at, end: this.#at, value };
      }
    }
  }

  #entries(): readonly JsonEntry[] {
    const entries: JsonEntry[] = [];
    this.#at++;
    while (this.#hasMore("}")) {
      const at = this.#at + 1;
      const name = this.#string();
      this.#at = this.#text.indexOf(":", this.#at) + 1;
      entries.push({ name, at, value: this.node() });
    }
    return entries;
  }

  #items(): readonly JsonNode[] {
    const items: JsonNode[] = [];
    this.#at++;
    while (this.#hasMore("]")) items.push(this.node());
    return items;
  }

  /** Moves to what follows in an object or array, or behind the bracket that closes it. */
  #hasMore(closing: "}" | "]"): boolean {
    this.#skipBlanks();
    const next = this.#text[this.#at];
    if (next === closing || next === ",") this.#at++;
    this.#skipBlanks();
    return next !== closing;
  }

  #scalar(): string | number | boolean | null {
    if (this.#text[this.#at] === '"') return this.#string();
    const start = this.#at;
    while (WORD.test(this.#text.charAt(this.#at))) this.#at++;
    return JSON.parse(this.#text.slice(start, this.#at)) as number | boolean | null; // strings stand in quotes
  }

  #string(): string {
    const start = this.#at;
    const quote = this.#text.indexOf('"', start + 1);
    const plain = this.#text.slice(start + 1, quote);
    if (!plain.includes("\\")) {
      this.#at = quote + 1;
      return plain;
    }
    ESCAPED_STRING.lastIndex = start;
    ESCAPED_STRING.test(this.#text);
    this.#at = ESCAPED_STRING.lastIndex;
    return JSON.parse(this.#text.slice(start, this.#at)) as string; // from quote to quote
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }
}

const WORD = /[-+.\w]/;
const ESCAPED_STRING = /"(?:[^"\\]|\\.)*"/y;
