import type { Slice } from "../page.js";

/** A sentence such as "Possible values are: `a`, `b`." in a description. */
export interface ValueList {
  readonly words: readonly Slice[];
  /** Offsets of the sentence, for cutting it out of the description. */
  readonly start: number;
  readonly end: number;
  /** Whether the list breaks off at text that is not a value. */
  readonly broken: boolean;
}

const LEAD_IN = new RegExp(
  [
    "(?:\\bthe\\s+)?\\b",
    "(?:(?:possible|valid|supported|allowed)\\s+values(?:\\s+(?:are|include))?(?:\\s+the\\s+following)?",
    "|can\\s+be\\s+one\\s+of\\s+the\\s+following(?:\\s+values)?)",
    // A colon, a first value in backticks, or a first word and its comma.
    "\\s*(?::|(?=`)|(?=\\s\\w+,\\s))",
  ].join(""),
  "gi",
);
const QUOTED = /(?:\s|<br\s*\/?>)*(?:`([^`|]{0,200})`|\*\*([^*|]{1,200})\*\*|"([^"|]{1,200})"|'([^'|]{1,200})')/duy;
const BARE = /\s*([\p{L}_][\p{L}\p{N}_]{0,127})(?![\p{L}\p{N}_]|[./-][\p{L}\p{N}])/duy;
// "(the default)", or the purpose of a value: "`a` for one thing, `b` for another".
const NOTE = /\s*\([^()]{0,300}\)|\s*\b(?:for|to|if|when)\s[^`|;]{1,200}?(?=,\s*(?:or\s+|and\s+)?`)/y;
const SEPARATOR = /\s*(?:[,;]\s*(?:or\s+|and\s+)?|\s(?:or|and)\s+)(?=\s*\S)/y;
const END = /\s*(?:[.;|]|$|\(|<|\*\*|(?=\bInherited\b|\p{Lu}))/uy;

/** The first list of values in a description. */
export function valueListIn({ text, at }: Slice): ValueList | undefined {
  for (const lead of text.matchAll(LEAD_IN)) {
    const from = lead.index + lead[0].length;
    const list = readWords(text, from, QUOTED) ?? readWords(text, from, BARE);
    if (list === undefined) continue;
    const words = list.words.map((word) => ({ text: word.text, at: at + word.at }));
    return { words, start: at + lead.index, end: at + list.end, broken: list.broken };
  }
  return undefined;
}

interface Words {
  readonly words: readonly Slice[];
  readonly end: number;
  readonly broken: boolean;
}

function readWords(text: string, start: number, item: RegExp): Words | undefined {
  const words: Slice[] = [];
  let offset = start;
  for (;;) {
    const word = wordAt(text, offset, item);
    if (word === undefined) break;
    words.push(word.slice);
    offset = after(NOTE, text, word.end) ?? word.end;
    const next = after(SEPARATOR, text, offset);
    if (next === undefined || wordAt(text, next, item) === undefined) break;
    offset = next;
  }
  if (words.length === 0) return undefined;
  const end = after(END, text, offset);
  // Bare words are a list only if nothing follows them: prose after a colon looks the same.
  if (item === BARE && end === undefined) return undefined;
  return { words, end: end !== undefined && text[end - 1] === "." ? end : offset, broken: end === undefined };
}

function wordAt(
  text: string,
  offset: number,
  item: RegExp,
): { readonly slice: Slice; readonly end: number } | undefined {
  item.lastIndex = offset;
  const match = item.exec(text);
  const span = match?.indices?.slice(1).find((indices) => indices !== undefined);
  return span === undefined
    ? undefined
    : { slice: { text: text.slice(span[0], span[1]).trim(), at: span[0] }, end: item.lastIndex };
}

function after(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
