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
  readonly #tag: StartTag;
  readonly #expanded: ExpandedName;

  constructor(source: Source, tag: StartTag, expanded: ExpandedName, value: string) {
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
    return at(this.#source, this.#tag.attribute(this.#expanded.rawName).start);
  }
}

interface RawAttribute {
  /** Offset of the name. */
  readonly start: number;
  /** The text between the quotes, with references. */
  readonly raw: string;
  /** Offset of `raw`. */
  readonly rawStart: number;
}

/** Start tags with more attributes remember where they stand; others are searched again, which takes no memory. */
const FEW = 50;

/** The start tag at an offset of a text. */
export class StartTag {
  readonly #text: string;
  readonly #offset: number;
  #attributes: ReadonlyMap<string, RawAttribute> | undefined;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  /** The first attribute of a name; for a name that is not there, an empty one at the start of the tag. */
  attribute(name: string): RawAttribute {
    const attributes = this.#attributes ?? attributesOf(this.#text, this.#offset);
    if (attributes.size > FEW) this.#attributes = attributes;
    return attributes.get(name) ?? { start: this.#offset, raw: "", rawStart: this.#offset };
  }
}

function attributesOf(text: string, tag: number): ReadonlyMap<string, RawAttribute> {
  const found = new Map<string, RawAttribute>();
  const pattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;
  pattern.lastIndex = skipBlanks(text, endOfTagName(text, tag));
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [, name = "", double, single = ""] = match;
    const raw = double ?? single;
    if (!found.has(name)) found.set(name, { start: match.index, raw, rawStart: pattern.lastIndex - 1 - raw.length });
    pattern.lastIndex = skipBlanks(text, pattern.lastIndex);
  }
  return found;
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
