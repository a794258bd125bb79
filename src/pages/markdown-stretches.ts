/**
 * What the lines of a page are to markdown, as far as facts stand in them: headings, fences, and everything else.
 * Lists, quotes, tables, indented code and definitions of links are no blocks here: who reads the text finds them
 * line by line. A line under a text that looks like its underline is the end of a group of tabs, not a heading.
 * Sections are those of CommonMark 0.31.2; lines end with a line feed, and no tab is left.
 */
import { endOfHtml, INTERRUPTING_HTML } from "./html-blocks.js";

export interface Stretch {
  readonly kind: "heading" | "fence" | "text";
  readonly at: number;
  /** Offset behind its last line, before the line break. */
  readonly end: number;
}

/** The stretches between two offsets, without blank lines and thematic breaks. */
export function stretchesOf(text: string, start: number, limit: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = start; at < limit;) {
    const lineEnd = endOfLine(text, at, limit);
    const line = text.slice(at, lineEnd);
    const kind = kindOf(line);
    let end = lineEnd;
    if (kind === "fence") end = endOfFence(text, line, lineEnd, limit);
    else if (kind === "text") end = endOfHtml(text, at, line, limit) ?? endOfParagraph(text, lineEnd, limit);
    if (kind !== undefined) stretches.push({ kind, at, end });
    at = end + 1;
  }
  return stretches;
}

/** Offset of the line break that ends a line. */
function endOfLine(text: string, start: number, limit: number): number {
  const found = text.indexOf("\n", start);
  return found === -1 || found > limit ? limit : found;
}

/** ATX headings (§4.2), fences (§4.5), thematic breaks (§4.1). */
const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const BREAK = /^ {0,3}(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})$/;

/** The first character that is no blank. It tells what a line can be, and most are letters, which are nothing else. */
function markOf(line: string): string {
  let indent = 0;
  while (line.charAt(indent) === " ") indent++;
  return line.charAt(indent);
}

/** What a line starts that nothing before it goes on into; undefined for a blank line and a thematic break. */
function kindOf(line: string): Stretch["kind"] | undefined {
  switch (markOf(line)) {
    case "":
      return undefined;
    case "#":
      return HEADING.test(line) ? "heading" : "text";
    case "`":
    case "~":
      return FENCE.test(line) ? "fence" : "text";
    case "-":
    case "_":
    case "*":
      return BREAK.test(line) ? undefined : "text";
    default:
      return "text";
  }
}

/** A fence is closed by one of the same character that is at least as long, else by the end. */
function endOfFence(text: string, opener: string, openerEnd: number, limit: number): number {
  const mark = FENCE.exec(opener)?.[1] ?? "";
  const closing = new RegExp(`^ {0,3}${mark}${mark.charAt(0)}* *$`);
  let end = openerEnd;
  while (end < limit) {
    const start = end + 1;
    end = endOfLine(text, start, limit);
    if (closing.test(text.slice(start, end))) break;
  }
  return end;
}

/** A text goes on to a blank line, or to a line that starts something else (§4.8). */
function endOfParagraph(text: string, firstEnd: number, limit: number): number {
  let end = firstEnd;
  while (end < limit) {
    const next = endOfLine(text, end + 1, limit);
    if (interrupts(text.slice(end + 1, next))) break;
    end = next;
  }
  return end;
}

function interrupts(line: string): boolean {
  switch (markOf(line)) {
    case "":
      return true;
    case "#":
      return HEADING.test(line);
    case "`":
    case "~":
      return FENCE.test(line);
    case "-":
    case "_":
    case "*":
      return BREAK.test(line);
    case "<":
      return INTERRUPTING_HTML.test(line);
    default:
      return false;
  }
}
