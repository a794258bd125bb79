import { isKnownHeading } from "./headings.js";

const HEADING_LINE = /^\ufeff?#{1,6} +(.+?) *#*\r?$/gm;
const GRAPH_FRONT_MATTER = /^(?:doc_type|localization_priority|ms\.localizationpriority|ms\.prod|ms\.subservice):/m;

/**
 * Whether a text is a reference page, told by what it holds: in markdown a title and front matter,
 * namespace or sections of the dialect; as plain text of a rendered page a title in its first line
 * and at least three known section names alone on a line; one, below a title that names a type.
 */
export function isPage(text: string): boolean {
  return isMarkdownPage(text) || isPlainPage(text);
}

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

export function isPlainPage(text: string): boolean {
  const [first = ""] = text.replace(/^[\s\ufeff]+/, "").split("\n", 1);
  if (!/^\p{L}[^|#<>{}]*\s\S+/u.test(first.trim()) || /^\s*(?:#{1,6} |---\s*$|\|)/m.test(text)) return false;
  const known = new Set<string>();
  for (const line of text.split("\n"))
    if (line.length < 60 && isKnownHeading(line)) known.add(line.trim().toLowerCase());
  const says =
    /(?:(?:resource|complex|enum|entity) type|resource|facet)$/.test(first.trim()) && /^Namespace: /m.test(text);
  return known.size >= (says ? 1 : 3);
}
