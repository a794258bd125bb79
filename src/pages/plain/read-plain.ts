import type { Source } from "../../diagnostics/position.js";
import { headingKey, isExample, isKnownHeading } from "../headings.js";
import { trimSlice } from "../inline-text.js";
import type { Block, Page, Slice } from "../page.js";
import { pageOf, type Heading } from "../sections.js";
import { lineAt } from "../tables/table-rows.js";
import { endOfPlainCode, startsPlainCode } from "./plain-code.js";
import { plainTableAt } from "./plain-tables.js";

/**
 * Reads the text of a rendered page: headings and tables have no marks, cells are one blank apart, code has no fences.
 * All other text between blank lines is prose.
 */
export function readPlain(source: Source): Page {
  const text = source.text
    .replace(/\r\n/g, " \n")
    .replace(/[\r\u2028\u2029]/g, "\n")
    .replace(/[\t\u00a0]/g, " ");
  const title = firstLine(text);
  const headings: (Omit<Heading, "blocks"> & { blocks: Block[] })[] = [
    { title: title.text, at: title.at, level: 1, blocks: [] },
  ];
  const push = (block: Block): void => void headings.at(-1)?.blocks.push(block);
  let inExample = false;
  let prose = title.at + title.text.length;
  const endProse = (end: number): void => {
    const slice = trimSlice({ text: text.slice(prose, end), at: prose });
    if (slice.text !== "") push({ kind: "Paragraph", ...slice });
  };
  for (let offset = prose; offset < text.length;) {
    const line = lineAt(text, offset, text.length);
    const lineEnd = Math.min(offset + line.text.length + 1, text.length);
    let next: number | undefined;
    const table = plainTableAt(text, offset);
    if (line.text.trim() === "") {
      next = lineEnd;
      endProse(offset);
    } else if (isKnownHeading(line.text) && standsAlone(text, offset, lineEnd)) {
      // Behind a blank line, where prose has ended.
      next = lineEnd;
      const heading = trimSlice(line);
      const level = levelOf(heading.text, inExample);
      inExample = level > 2 || isExample(headingKey(heading.text));
      headings.push({ title: heading.text, at: heading.at, level, blocks: [] });
    } else if (table !== undefined) {
      next = table.end;
      endProse(offset);
      push(table.table);
    } else if (startsPlainCode(line.text)) {
      next = endOfPlainCode(text, offset);
      endProse(offset);
      push({ kind: "Code", ...trimSlice({ text: source.text.slice(offset, next), at: offset }), language: "" });
    }
    if (next !== undefined) prose = next;
    offset = next ?? lineEnd;
  }
  endProse(text.length);
  const top = {
    format: "plain" as const,
    title: title.text,
    titleAt: title.at,
    frontMatter: new Map(),
    definitions: new Map(),
  };
  return pageOf(top, headings);
}

function firstLine(text: string): Slice {
  const start = /^[\s\ufeff]*/.exec(text)?.[0].length ?? 0;
  return trimSlice(lineAt(text, start, text.length));
}

/** Whether blank lines surround a line: the same words also start tables and paragraphs. */
function standsAlone(text: string, start: number, next: number): boolean {
  const before = start === 0 || /\n\s*\n$/.test(text.slice(Math.max(0, start - 80), start));
  return before && lineAt(text, next, text.length).text.trim() === "";
}

/** Rendered text does not show levels: "Request" and "Response" below an example belong to it. */
function levelOf(title: string, inExample: boolean): number {
  const heading = headingKey(title);
  if (/^example \d/.test(heading)) return 3;
  return inExample && (heading === "request" || heading === "response") ? 4 : 2;
}
