import { at, type At, type Source } from "../../../diagnostics/position.js";

/** The name of an element or attribute with its prefix, and without it but with the namespace of the prefix. */
export interface ExpandedName {
  readonly rawName: string;
  readonly name: string;
  /** URI, or "" for none. */
  readonly namespace: string;
}

/** An element with its namespace; references are decoded in its text and its attributes. */
export interface XmlElement {
  readonly name: string;
  /** URI, or "" for none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The character data directly inside, not trimmed; "" if it is only blanks between elements. */
  readonly text: string;
  /** Position of the `<`. */
  readonly at: At;
}

/** An attribute with its namespace. */
export interface XmlAttribute {
  readonly name: string;
  /** URI, or "" for an attribute without a prefix, to which the default namespace does not apply. */
  readonly namespace: string;
  readonly value: string;
  readonly at: At;
}

/** An attribute of a text. The parser gives no positions of attributes: `at` searches the start tag. */
export class ParsedAttribute implements XmlAttribute {
  readonly value: string;
  readonly #source: Source;
  readonly #tag: number;
  readonly #expanded: ExpandedName;

  /** `tag` is the offset of the `<` of the element. */
  constructor(source: Source, tag: number, expanded: ExpandedName, value: string) {
    this.#source = source;
    this.#tag = tag;
    this.#expanded = expanded;
    this.value = value;
  }

  get name(): string {
    return this.#expanded.name;
  }

  get namespace(): string {
    return this.#expanded.namespace;
  }

  get at(): At {
    return at(this.#source, findAttribute(this.#source.text, this.#tag, this.#expanded.rawName).start);
  }
}

export interface RawAttribute {
  /** Offset of the name. */
  readonly start: number;
  /** The text between the quotes, with references. */
  readonly raw: string;
  /** Offset of `raw`. */
  readonly rawStart: number;
}

/** Finds an attribute in the start tag at the offset `tag`; for a name that is not there, an empty one at that offset. */
export function findAttribute(text: string, tag: number, name: string): RawAttribute {
  const pattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;
  pattern.lastIndex = skipBlanks(text, endOfTagName(text, tag));
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const raw = match[2] ?? match[3] ?? "";
    if (match[1] === name) return { start: match.index, raw, rawStart: pattern.lastIndex - 1 - raw.length };
    pattern.lastIndex = skipBlanks(text, pattern.lastIndex);
  }
  return { start: tag, raw: "", rawStart: tag };
}

function endOfTagName(text: string, tag: number): number {
  const pattern = /<[^\s/>]+/y;
  pattern.lastIndex = tag;
  return pattern.test(text) ? pattern.lastIndex : tag;
}

function skipBlanks(text: string, offset: number): number {
  const pattern = /\s*/y;
  pattern.lastIndex = offset;
  pattern.test(text);
  return pattern.lastIndex;
}
