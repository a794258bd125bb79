import type { Include, Slice } from "./page.js";

/** A link inside a text, as a slice that spans its brackets and target. */
export interface Link extends Slice {
  readonly shown: Slice;
  readonly target: string;
}

// Every repetition is bounded, so that a text of brackets alone takes linear time.
const LINK =
  /!?\[([^[\]\n]{0,500})\](?:\(([^()\s]{0,500}(?:\([^()\n]{0,200}\)[^()\s]{0,200})?)(?:\s+"[^"\n]{0,200}")?\)|\[([^[\]\n]{0,200})\])?/g;

/** The links of a text, without images; `[x]` and `[x][y]` count when the page defines their label. */
export function linksOf({ text, at }: Slice, definitions: ReadonlyMap<string, string>): readonly Link[] {
  const links: Link[] = [];
  if (!text.includes("[")) return links;
  for (const match of text.matchAll(LINK)) {
    const [whole, shown = "", inline, label] = match;
    const target = inline ?? definitions.get((label === undefined || label === "" ? shown : label).toLowerCase());
    if (target === undefined || whole.startsWith("!")) continue;
    links.push({ text: whole, at: at + match.index, shown: { text: shown, at: at + match.index + 1 }, target });
  }
  return links;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
]);

function decodeEntity(whole: string, body: string): string {
  const known = ENTITIES.get(body.toLowerCase());
  if (known !== undefined) return known;
  if (!body.startsWith("#")) return whole;
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The text as it is rendered: on one line, without links, emphasis, tags and entities. */
export function plainText(text: string): string {
  const shown = MARK.test(text) ? withoutMarks(text) : text;
  return shown.replace(/[\s\u200b]+/g, " ").trim();
}

/** The start of any mark. Most texts have none, for which this takes a third of the time. */
const MARK = /[[<*`\\&]/;

function withoutMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(LINK, shownOfLink)
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, " ")
    .replace(/(?<!\\)\*\*|`/g, "")
    .replace(/(?<![\w*\\])\*([^*\s][^*]{0,200})(?<!\\)\*(?![\w*])/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1")
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decodeEntity);
}

function shownOfLink(whole: string, shown: string, inline?: string, label?: string): string {
  return (inline ?? label) === undefined ? whole : shown;
}

/** Trims both ends and moves the offset to the first character that is left. */
export function trimSlice({ text, at }: Slice): Slice {
  const start = text.trimStart();
  return { text: start.trimEnd(), at: at + text.length - start.length };
}

const INCLUDE = /\[!INCLUDE\s*\[([^[\]\n]{0,200})\]\(([^()\s]{0,500})\)\s*\]/gi;

/** The `[!INCLUDE [name](target)]` references of a text. */
export function includesOf({ text, at }: Slice): readonly Include[] {
  if (!text.includes("[!")) return [];
  return [...text.matchAll(INCLUDE)].map((match) => ({
    name: match[1] ?? "",
    target: match[2] ?? "",
    at: at + match.index,
  }));
}
