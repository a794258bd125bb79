/** Tells reference pages and the files that they include from other texts, by their content. */
import { isKnownHeading } from "./headings.js";

const HEADING_LINE = /^\ufeff?#{1,6} +(.+?) *#*\r?$/gm;
const GRAPH_FRONT_MATTER = /^(?:doc_type|localization_priority|ms\.localizationpriority|ms\.prod|ms\.subservice):/m;

/** Whether a text is a reference page, in markdown or as the plain text of a rendered page. */
export function isPage(text: string): boolean {
  return isMarkdownPage(text) || isPlainPage(text);
}

/**
 * Whether a text is a page in markdown: it has front matter of Graph's documentation, or below a title two known
 * headings, or one and a line `Namespace:`.
 */
export function isMarkdownPage(text: string): boolean {
  if (/^\s*(?:<\?xml|<\w|[{[])/.test(text)) return false;
  const frontMatter = /^\ufeff?---[ \t]*\r?\n[\s\S]*?^---/m.exec(text.slice(0, 10_000))?.[0] ?? "";
  if (/^ms\.topic: *"?include/m.test(frontMatter)) return false;
  if (GRAPH_FRONT_MATTER.test(frontMatter)) return true;
  const headings = [...text.matchAll(HEADING_LINE)].map((match) => match[1] ?? "");
  const known = headings.filter((title) => isKnownHeading(title)).length;
  return (
    headings.some((title) => !isKnownHeading(title)) && (known >= 2 || (known === 1 && /^Namespace: /m.test(text)))
  );
}

/**
 * Whether a text is a rendered page: the first line is a title, and at least three known headings stand alone on a
 * line. One heading is enough if the title names a type and a line states a namespace.
 */
export function isPlainPage(text: string): boolean {
  const [first = ""] = text.replace(/^[\s\ufeff]+/, "").split("\n", 1);
  if (!/^\p{L}[^|#<>{}]*\s\S+/u.test(first.trim()) || /^\s*(?:#{1,6} |---\s*$|\|)/m.test(text)) return false;
  const known = new Set<string>();
  for (const line of text.split("\n"))
    if (line.length < 60 && isKnownHeading(line)) known.add(line.trim().toLowerCase());
  const namesType =
    /(?:(?:resource|complex|enum|entity) type|resource|facet)$/.test(first.trim()) && /^Namespace: /m.test(text);
  return known.size >= (namesType ? 1 : 3);
}

/** Whether a text is made to be included by pages: by `ms.topic: include`, or because it lies in a folder `includes`. */
export function isInclude(text: string, name: string): boolean {
  if (/^\ufeff?---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,50}?ms\.topic:\s*["']?include/.test(text)) return true;
  return /(?:^|[\\/])includes[\\/].*\.md$/i.test(name);
}
