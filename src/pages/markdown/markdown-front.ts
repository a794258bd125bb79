import { at, type Source } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { lexBlocks } from "./block-lexer.js";
import { readFrontMatter } from "./front-matter.js";
import type { Heading } from "../headings.js";
import { plainText, trimSlice } from "../inline-text.js";
import { cutsOf } from "./markdown-cuts.js";
import { readMetadata } from "./metadata.js";
import { structuredPage } from "../structure.js";
import { lineAt, startsTable, tableAt } from "../tables/table-rows.js";
import type { Block, Code, Metadata, Page } from "../page.js";

/** Markdown as it is read: `text` has the length of the source, so that offsets are the source's. */
interface Reader {
  readonly source: Source;
  readonly report: Report;
  readonly text: string;
}

interface Found {
  readonly headings: (Omit<Heading, "blocks"> & { readonly blocks: Block[] })[];
  readonly definitions: Map<string, string>;
}

/** Reads a page in markdown into sections and blocks. */
export function readMarkdown(source: Source, report: Report): Page {
  const { values, end } = readFrontMatter(source, report);
  const reader = { source, report, text: sameLengthText(source.text) };
  const found: Found = { headings: [{ title: "", at: end, level: 0, blocks: [] }], definitions: new Map() };
  let start = end;
  for (const cut of cutsOf(reader.text.slice(end))) {
    report.add("page-block-unclosed", at(source, end + cut.opener), { what: cut.what });
    readBlocks(reader, start, end + cut.at, found);
    start = end + cut.at;
  }
  readBlocks(reader, start, source.text.length, found);
  const heading = found.headings.find(({ level }) => level === 1);
  const title = heading === undefined ? values.get("title") : { text: heading.title, at: heading.at };
  const top = {
    front: "markdown" as const,
    title: title?.text ?? "",
    titleAt: title?.at ?? end,
    frontMatter: values,
    definitions: found.definitions,
  };
  return structuredPage(top, found.headings);
}

/** marked would replace tabs and line breaks and shift what follows; this keeps every offset. */
function sameLengthText(text: string): string {
  return text.replaceAll("\r\n", " \n").replaceAll("\r", "\n").replaceAll("\t", " ");
}

function readBlocks(reader: Reader, start: number, end: number, found: Found): void {
  let offset = start;
  let readTo = start;
  for (const token of lexBlocks(reader.text.slice(start, end))) {
    const from = offset;
    offset += token.raw.length;
    // A table may have reached over this token.
    if (readTo >= offset) continue;
    const blocks = found.headings.at(-1)?.blocks ?? [];
    if (token.type === "heading") readHeading(reader, from, offset, found);
    else if (token.type === "code") blocks.push(codeOf(reader, from, offset));
    else if (token.type !== "space" && token.type !== "hr") {
      readTo = readLines(reader, Math.max(from, readTo), offset, end, { blocks, definitions: found.definitions });
    }
  }
}

/** A heading that links to a tab names a group of snippets; what follows stays in its section. */
function readHeading({ text }: Reader, start: number, end: number, { headings }: Found): void {
  const slice = headingSlice(text, start, end);
  if (/\]\(#tabs?\//.test(slice.text)) return;
  headings.push({ title: plainText(slice.text), at: slice.at, level: levelOf(text.slice(start, end)), blocks: [] });
}

function levelOf(raw: string): number {
  return /#+/.exec(raw)?.[0].length ?? 1;
}

function headingSlice(text: string, start: number, end: number): { readonly text: string; readonly at: number } {
  const line = lineAt(text, start, end);
  const mark = /^\s*#{1,6}\s*/.exec(line.text)?.[0].length ?? 0;
  return {
    text: line.text
      .slice(mark)
      .replace(/\s#+\s*$/, "")
      .trimEnd(),
    at: start + mark,
  };
}

interface Lines {
  readonly blocks: Block[];
  readonly definitions: Map<string, string>;
}

/**
 * Reads paragraphs, tables, comments and the fences that stand in lists; returns the offset behind
 * the last block, which a table may push over the end of its token.
 */
function readLines(reader: Reader, start: number, end: number, limit: number, lines: Lines): number {
  const { text } = reader;
  // Nothing but prose, as most tokens are, needs no look at its lines.
  if (!MAY_BE_MORE_THAN_PROSE.test(text.slice(start, end))) {
    pushProse(text, start, end, lines);
    return end;
  }
  let offset = start;
  let prose = start;
  const flush = (to: number): void => pushProse(text, prose, to, lines);
  while (offset < end) {
    const line = lineAt(text, offset, limit);
    const lineEnd = Math.min(offset + line.text.length + 1, limit);
    const definition = line.text.includes("]:") ? /^\s{0,3}\[([^[\]]{1,200})\]:\s*(\S+)/.exec(line.text) : null;
    const comment = line.text.indexOf("<!--");
    let next: number | undefined;
    if (definition !== null) {
      lines.definitions.set((definition[1] ?? "").toLowerCase(), definition[2] ?? "");
      next = lineEnd;
      flush(offset);
    } else if (/^\s*(?:`{3,}|~{3,})/.test(line.text)) {
      next = endOfFence(text, offset, end);
      flush(offset);
      lines.blocks.push(codeOf(reader, offset, next));
    } else if (startsTable(text, offset, limit)) {
      const { table, end: tableEnd } = tableAt(text, offset, limit);
      next = tableEnd;
      flush(offset);
      lines.blocks.push(table);
    } else if (comment !== -1) {
      next = endOfComment(text, offset + comment, limit);
      flush(offset + comment);
      lines.blocks.push(...metadataOf(reader, offset + comment, next));
    }
    if (next !== undefined) prose = next;
    offset = next ?? lineEnd;
  }
  if (prose < end) flush(end);
  return Math.max(offset, end);
}

/** A table, a fence, a comment, the definition of a link: each has a character that prose seldom has. */
const MAY_BE_MORE_THAN_PROSE = /[|`~]|<!--|\]:/;

function pushProse(text: string, start: number, end: number, { blocks }: Lines): void {
  const slice = trimSlice({ text: text.slice(start, end), at: start });
  if (slice.text !== "") blocks.push({ kind: "Paragraph", text: slice.text, at: slice.at });
}

function endOfFence(text: string, start: number, end: number): number {
  const opener = lineAt(text, start, end);
  const mark = /`{3,}|~{3,}/.exec(opener.text)?.[0] ?? "```";
  for (let offset = start + opener.text.length + 1; offset < end;) {
    const line = lineAt(text, offset, end);
    offset += line.text.length + 1;
    if (line.text.trim().startsWith(mark)) return Math.min(offset, end);
  }
  return end;
}

function endOfComment(text: string, start: number, limit: number): number {
  const closing = text.slice(start, limit).indexOf("-->");
  return closing === -1 ? limit : start + closing + 3;
}

/** The content of a fence, from the source itself: there its tabs are still tabs. */
function codeOf({ source, text }: Reader, start: number, end: number): Code {
  const opener = lineAt(text, start, end);
  const contentAt = Math.min(start + opener.text.length + 1, end);
  const content = withoutClosing(source.text.slice(contentAt, end));
  const language = opener.text
    .replace(/^\s*(?:`+|~+)/, "")
    .trim()
    .toLowerCase();
  return { kind: "Code", at: contentAt, text: content, language };
}

/** Without the fence at the end, if it was closed; only its last line can be one. */
function withoutClosing(content: string): string {
  const mark = Math.max(content.lastIndexOf("```"), content.lastIndexOf("~~~"));
  if (mark === -1) return content;
  const line = Math.max(0, content.lastIndexOf("\n", mark));
  return /^\n?[ \t]*(?:`{3,}|~{3,})[ \t\r]*\n*$/.test(content.slice(line)) ? content.slice(0, line) : content;
}

/** A comment that starts with a brace is metadata in JSON; any other is a remark to writers. */
function metadataOf({ source, report }: Reader, start: number, end: number): readonly Metadata[] {
  const body = source.text.slice(start + 4, end).replace(/-->$/, "");
  const brace = /^\s*\{/.exec(body);
  if (brace === null) return [];
  const jsonAt = start + 4 + brace[0].length - 1;
  const text = body.slice(brace[0].length - 1).trimEnd();
  const { values, fault } = readMetadata(text);
  if (fault !== undefined) report.add("page-metadata-faulty", at(source, jsonAt + fault.at), { what: fault.what });
  return values === undefined ? [] : [{ kind: "Metadata", at: jsonAt, text, values }];
}
