import { at, type At, type Source } from "../../../diagnostics/position.js";

/** The name of an element or attribute as it stands, and what it means where it stands. */
export interface ExpandedName {
  readonly rawName: string;
  readonly name: string;
  /** URI, or "" for none. */
  readonly namespace: string;
}

interface Content {
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** An element of a document, its name expanded by namespace and its references decoded. */
export class XmlElement {
  readonly name: string;
  /** URI, or "" for none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** All character data directly inside, as it stands; "" for blanks between elements. */
  readonly text: string;
  /** Of its `<`. */
  readonly at: At;

  constructor(
    source: Source,
    offset: number,
    { name, namespace }: ExpandedName,
    { attributes, children, text }: Content,
  ) {
    this.at = at(source, offset);
    this.name = name;
    this.namespace = namespace;
    this.attributes = attributes;
    this.children = children;
    this.text = text;
  }
}

/** One attribute. Its position is asked for only when there is something to say of it, and searched then. */
export class XmlAttribute {
  readonly value: string;
  readonly #source: Source;
  readonly #tag: number;
  readonly #expanded: ExpandedName;

  /** `tag` is the offset of the `<` of its element. */
  constructor(source: Source, tag: number, expanded: ExpandedName, value: string) {
    this.#source = source;
    this.#tag = tag;
    this.#expanded = expanded;
    this.value = value;
  }

  get name(): string {
    return this.#expanded.name;
  }

  /** URI, or "" for none: unlike elements, attributes without a prefix are in no namespace. */
  get namespace(): string {
    return this.#expanded.namespace;
  }

  get at(): At {
    return at(this.#source, findAttribute(this.#source.text, this.#tag, this.#expanded.rawName).start);
  }
}

export interface RawAttribute {
  /** Offset of its name. */
  readonly start: number;
  /** The text between the quotes, as it stands. */
  readonly raw: string;
  /** Offset of that text. */
  readonly rawStart: number;
}

/** The attribute of that name in the tag that starts at `tag`, from an offset on; of the whole tag when there is none. */
export function findAttribute(text: string, tag: number, name: string, from = endOfTagName(text, tag)): RawAttribute {
  const pattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;
  pattern.lastIndex = skipBlanks(text, from);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const raw = match[2] ?? match[3] ?? "";
    if (match[1] === name) return { start: match.index, raw, rawStart: pattern.lastIndex - 1 - raw.length };
    pattern.lastIndex = skipBlanks(text, pattern.lastIndex);
  }
  return { start: tag, raw: "", rawStart: tag };
}

function endOfTagName(text: string, tag: number): number {
  const pattern = /<[^\s/>]+\s*/y;
  pattern.lastIndex = tag;
  return pattern.test(text) ? pattern.lastIndex : tag;
}

function skipBlanks(text: string, offset: number): number {
  const pattern = /\s*/y;
  pattern.lastIndex = offset;
  pattern.test(text);
  return pattern.lastIndex;
}
