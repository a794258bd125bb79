import { at, type Source } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { plainText, trimSlice } from "../inline-text.js";
import type { Block, Code, Metadata, Page, Slice } from "../page.js";
import { pageOf, type Heading } from "../sections.js";
import { lineAt, startsTable, tableAt } from "../tables/table-rows.js";
import { lexBlocks } from "./block-lexer.js";
import { readFrontMatter } from "./front-matter.js";
import { readMetadata } from "./metadata.js";
import { unclosedBlocksOf } from "./unclosed-blocks.js";

/** What is read so far, and from which text. */
interface Reader {
  readonly source: Source;
  readonly report: Report;
  /** The source's text with all white space as blanks and line feeds, of the same length. */
  readonly text: string;
  readonly headings: (Omit<Heading, "blocks"> & { readonly blocks: Block[] })[];
  /** Targets of link definitions by label in lower case. */
  readonly definitions: Map<string, string>;
}

/** Reads a page in markdown into sections and blocks. */
export function readMarkdown(source: Source, report: Report): Page {
  const { values, end } = readFrontMatter(source, report);
  const reader: Reader = {
    source,
    report,
    text: withPlainBlanks(source.text),
    headings: [{ title: "", at: end, level: 0, blocks: [] }],
    definitions: new Map(),
  };
  let start = end;
  for (const unclosed of unclosedBlocksOf(reader.text.slice(end))) {
    report.add("page-block-unclosed", at(source, end + unclosed.opener), { what: unclosed.what });
    readBlocks(reader, start, end + unclosed.end);
    start = end + unclosed.end;
  }
  readBlocks(reader, start, source.text.length);
  const heading = reader.headings.find(({ level }) => level === 1);
  const title = heading === undefined ? values.get("title") : { text: heading.title, at: heading.at };
  const top = {
    format: "markdown" as const,
    title: title?.text ?? "",
    titleAt: title?.at ?? end,
    frontMatter: values,
    definitions: reader.definitions,
  };
  return pageOf(top, reader.headings);
}

/** marked would replace tabs and line breaks by other numbers of characters and shift what follows. */
function withPlainBlanks(text: string): string {
  return text.replaceAll("\r\n", " \n").replaceAll("\r", "\n").replaceAll("\t", " ");
}

function readBlocks(reader: Reader, start: number, end: number): void {
  let offset = start;
  let readTo = start;
  for (const token of lexBlocks(reader.text.slice(start, end))) {
    const from = offset;
    offset += token.raw.length;
    // A table can extend over the end of its token.
    if (readTo >= offset) continue;
    if (token.type === "heading") readHeading(reader, from, offset);
    else if (token.type === "code") pushBlock(reader, codeOf(reader, from, offset));
    else if (token.type !== "space" && token.type !== "hr") {
      readTo = readLines(reader, Math.max(from, readTo), offset, end);
    }
  }
}

function pushBlock({ headings }: Reader, block: Block): void {
  headings.at(-1)?.blocks.push(block);
}

/** A heading that links to a tab labels a snippet in one language: what follows stays in the section. */
function readHeading({ text, headings }: Reader, start: number, end: number): void {
  const slice = headingSlice(text, start, end);
  if (/\]\(#tabs?\//.test(slice.text)) return;
  headings.push({ title: plainText(slice.text), at: slice.at, level: levelOf(text.slice(start, end)), blocks: [] });
}

function levelOf(raw: string): number {
  return /#+/.exec(raw)?.[0].length ?? 1;
}

function headingSlice(text: string, start: number, end: number): Slice {
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

/**
 * Reads the paragraphs, tables, comments, link definitions and fences between two offsets, where fences are those that
 * stand in lists. Returns the offset behind the last block, which for a table can be greater than `end`.
 */
function readLines(reader: Reader, start: number, end: number, limit: number): number {
  const { text } = reader;
  let prose = start;
  let offset = start;
  while (offset < end) {
    const line = lineAt(text, offset, limit);
    const special = specialAt(reader, line, end, limit);
    if (special === undefined) offset = Math.min(offset + line.text.length + 1, limit);
    else {
      pushProse(reader, prose, special.start);
      for (const block of special.blocks) pushBlock(reader, block);
      prose = special.end;
      offset = special.end;
    }
  }
  if (prose < end) pushProse(reader, prose, end);
  return Math.max(offset, end);
}

/** A piece of text that is not prose, with the blocks that it makes. */
interface Special {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

function specialAt(reader: Reader, line: Slice, end: number, limit: number): Special | undefined {
  const { text } = reader;
  const start = line.at;
  const definition = /^\s{0,3}\[([^[\]]{1,200})\]:\s*(\S+)/.exec(line.text);
  if (definition !== null) {
    reader.definitions.set((definition[1] ?? "").toLowerCase(), definition[2] ?? "");
    return { start, end: Math.min(start + line.text.length + 1, limit), blocks: [] };
  }
  if (/^\s*(?:`{3,}|~{3,})/.test(line.text)) {
    const fenceEnd = endOfFence(text, start, end);
    return { start, end: fenceEnd, blocks: [codeOf(reader, start, fenceEnd)] };
  }
  if (startsTable(text, start, limit)) {
    const { table, end: tableEnd } = tableAt(text, start, limit);
    return { start, end: tableEnd, blocks: [table] };
  }
  const comment = line.text.indexOf("<!--");
  if (comment === -1) return undefined;
  const commentEnd = endOfComment(text, start + comment, limit);
  return { start: start + comment, end: commentEnd, blocks: metadataOf(reader, start + comment, commentEnd) };
}

function pushProse(reader: Reader, start: number, end: number): void {
  const slice = trimSlice({ text: reader.text.slice(start, end), at: start });
  if (slice.text !== "") pushBlock(reader, { kind: "Paragraph", ...slice });
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

/** The content of a fence, cut from the source so that its tabs are kept. */
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

/** Drops the closing fence, which can only be the last line. */
function withoutClosing(content: string): string {
  const mark = Math.max(content.lastIndexOf("```"), content.lastIndexOf("~~~"));
  if (mark === -1) return content;
  const line = Math.max(0, content.lastIndexOf("\n", mark));
  return /^\n?[ \t]*(?:`{3,}|~{3,})[ \t\r]*\n*$/.test(content.slice(line)) ? content.slice(0, line) : content;
}

/** The metadata of a comment that starts with a brace; other comments are notes to authors. */
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
