import type { Include, Slice } from "./page.js";

/** A link inside a text: what is shown, where it leads, and the whole of it as a slice. */
export interface Link extends Slice {
  readonly shown: Slice;
  readonly target: string;
}

// Bounded, so that a text of brackets alone costs no more than its length.
const LINK =
  /!?\[([^[\]\n]{0,500})\](?:\(([^()\s]{0,500}(?:\([^()\n]{0,200}\)[^()\s]{0,200})?)(?:\s+"[^"\n]{0,200}")?\)|\[([^[\]\n]{0,200})\])?/g;

/** The links of a text; `[x]` and `[x][y]` only where the page defines their label. */
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

/** What a reader of the rendered page sees: no links, emphasis, tags or entities, on one line. */
export function plainText(text: string): string {
  if (!/^[\w ().,'"/:=?;{}-]*$/.test(text)) return onOneLine(withoutMarks(text));
  return text.includes("  ") ? onOneLine(text) : text.trim();
}

/** Most texts have few of the marks: to look for one takes a fraction of what its pattern takes to find nothing. */
function withoutMarks(text: string): string {
  let shown = text;
  if (shown.includes("<!--")) shown = shown.replace(/<!--[\s\S]*?(?:-->|$)/g, " ");
  if (shown.includes("[")) shown = shown.replace(LINK, shownOfLink);
  if (shown.includes("<")) shown = shown.replace(/<\/?[a-z][^<>]{0,300}>/gi, " ");
  if (shown.includes("**")) shown = shown.replaceAll("**", "");
  if (shown.includes("`")) shown = shown.replaceAll("`", "");
  if (shown.includes("*")) shown = shown.replace(/(?<![\w*])\*([^*\s][^*]{0,200})\*(?![\w*])/g, "$1");
  if (shown.includes("\\")) shown = shown.replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1");
  if (shown.includes("&")) shown = shown.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decodeEntity);
  return shown;
}

function shownOfLink(whole: string, shown: string, inline?: string, label?: string): string {
  return (inline ?? label) === undefined ? whole : shown;
}

/** Any run of blanks as one blank; a single one, as between most words, needs no change. */
function onOneLine(text: string): string {
  return text.replace(/(?:[^\S ]|\u200b)[\s\u200b]*| [\s\u200b]+/g, " ").trim();
}

/** Trims both ends and keeps the offset right. */
export function trimSlice({ text, at }: Slice): Slice {
  const start = text.trimStart();
  return { text: start.trimEnd(), at: at + text.length - start.length };
}

const INCLUDE = /\[!INCLUDE\s*\[([^[\]\n]{0,200})\]\(([^()\s]{0,500})\)\s*\]/gi;

export function includesOf({ text, at }: Slice): readonly Include[] {
  if (!text.includes("[!")) return [];
  return [...text.matchAll(INCLUDE)].map((match) => ({
    name: match[1] ?? "",
    target: match[2] ?? "",
    at: at + match.index,
  }));
}
