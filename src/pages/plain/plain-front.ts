import type { Source } from "../../diagnostics/position.js";
import { headingKey, isExample, isKnownHeading, type Heading } from "../headings.js";
import { trimSlice } from "../inline-text.js";
import { endOfPlainCode, startsPlainCode } from "./plain-code.js";
import { plainTableAt } from "./plain-tables.js";
import { structuredPage } from "../structure.js";
import { lineAt } from "../tables/table-rows.js";
import type { Block, Page } from "../page.js";

/**
 * Reads the text of a rendered page: headings and tables without marks, cells one blank apart, code
 * without fences. What stands between blank lines and is none of these is prose.
 */
export function readPlain(source: Source): Page {
  const text = source.text
    .replace(/\r\n/g, " \n")
    .replace(/[\r\u2028\u2029]/g, "\n")
    .replace(/[\t\u00a0]/g, " ");
  const first = firstLine(text);
  const headings: (Omit<Heading, "blocks"> & { blocks: Block[] })[] = [
    { title: first.text, at: first.at, level: 1, blocks: [] },
  ];
  let inExample = false;
  let prose = first.at + first.text.length;
  const flush = (to: number): void => {
    const slice = trimSlice({ text: text.slice(prose, to), at: prose });
    if (slice.text !== "") headings.at(-1)?.blocks.push({ kind: "Paragraph", ...slice });
  };
  for (let offset = prose; offset < text.length;) {
    const line = lineAt(text, offset, text.length);
    const lineEnd = Math.min(offset + line.text.length + 1, text.length);
    let next: number | undefined;
    const table = plainTableAt(text, offset);
    if (line.text.trim() === "") next = lineEnd;
    else if (isKnownHeading(line.text) && standsAlone(text, offset, lineEnd)) {
      next = lineEnd;
      flush(offset);
      const { text: title, at } = trimSlice(line);
      const level = levelOf(title, inExample);
      inExample = level > 2 || isExample(headingKey(title));
      headings.push({ title, at, level, blocks: [] });
    } else if (table !== undefined) {
      next = table.end;
      flush(offset);
      headings.at(-1)?.blocks.push(table.table);
    } else if (startsPlainCode(line.text)) {
      next = endOfPlainCode(text, offset);
      flush(offset);
      const { text: code, at } = trimSlice({ text: source.text.slice(offset, next), at: offset });
      headings.at(-1)?.blocks.push({ kind: "Code", text: code, at, language: "" });
    }
    if (next !== undefined) {
      flush(offset);
      prose = next;
    }
    offset = next ?? lineEnd;
  }
  flush(text.length);
  const top = {
    front: "plain" as const,
    title: first.text,
    titleAt: first.at,
    frontMatter: new Map(),
    definitions: new Map(),
  };
  return structuredPage(top, headings);
}

function firstLine(text: string): { readonly text: string; readonly at: number } {
  const start = /^[\s\ufeff]*/.exec(text)?.[0].length ?? 0;
  return trimSlice(lineAt(text, start, text.length));
}

/** A heading is a line of its own; a table's header or a paragraph that starts with such a word is none. */
function standsAlone(text: string, start: number, next: number): boolean {
  const before = start === 0 || /\n\s*\n$/.test(text.slice(Math.max(0, start - 80), start));
  return before && lineAt(text, next, text.length).text.trim() === "";
}

/** A request and a response below an example belong to it; the levels of headings are gone. */
function levelOf(title: string, inExample: boolean): number {
  const heading = headingKey(title);
  if (/^example \d/.test(heading)) return 3;
  return inExample && (heading === "request" || heading === "response") ? 4 : 2;
}
