/** Reads markdown tables (GFM 4.10), with more tolerance than GFM where pages need it. */
import { plainText, trimSlice } from "../inline-text.js";
import type { Row, Slice, Table } from "../page.js";

const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

export interface TableSpan {
  readonly table: Table;
  /** Offset behind the last line of the table. */
  readonly end: number;
}

/** The text from an offset to the end of its line, without the line break. */
export function lineAt(text: string, start: number, limit: number): Slice {
  const found = text.indexOf("\n", start);
  const end = found === -1 || found > limit ? limit : found;
  return { text: text.slice(start, end), at: start };
}

/**
 * Whether a line and the next are the header and the delimiter row of a table. They may have different numbers of
 * cells, which GFM refuses.
 */
export function startsTable(text: string, start: number, limit: number): boolean {
  const header = lineAt(text, start, limit);
  if (!header.text.includes("|")) return false;
  const next = lineAt(text, start + header.text.length + 1, limit);
  return next.text.includes("|") && DELIMITER_ROW.test(next.text);
}

/** Reads the table that starts at an offset. A blank line, heading, fence, comment, quote or prose ends it. */
export function tableAt(text: string, start: number, limit: number): TableSpan {
  const header = lineAt(text, start, limit);
  const columns = splitCells(header);
  const rows: Row[] = [];
  let offset = lineEnd(header) + 1;
  offset = lineEnd(lineAt(text, offset, limit)) + 1;
  while (offset < limit) {
    const line = lineAt(text, offset, limit);
    if (!line.text.startsWith("|") && ENDS_TABLE.test(line.text)) break;
    const last = rows.at(-1);
    if (continuesCell(text, line, last)) rows[rows.length - 1] = continuedRow(text, last, line);
    else if (line.text.includes("|")) rows.push(fitted(text, splitCells(line), columns.length, line));
    else break;
    offset = lineEnd(line) + 1;
  }
  const cutAt = offset > text.length ? cutRow(header, lineAt(text, text.lastIndexOf("\n") + 1, limit)) : undefined;
  const table: Table = {
    kind: "Table",
    at: trimSlice(header).at,
    header: columns.map(headerWord),
    rows,
    ...(cutAt !== undefined && { cutAt }),
  };
  return { table, end: Math.min(offset, limit) };
}

/** The offset of the last line of a page, a row, if it lacks the closing pipe that the header has. */
function cutRow(header: Slice, last: Slice): number | undefined {
  const isClosed = ({ text }: Slice) => text.trimEnd().endsWith("|");
  return isClosed(header) && !isClosed(last) ? last.at : undefined;
}

const ENDS_TABLE = /^\s*$|^\s{0,3}(?:#{1,6}\s|```|~~~|<!--|>)/;

function lineEnd({ text, at }: Slice): number {
  return at + text.length;
}

function headerWord({ text }: Slice): string {
  return plainText(text).toLowerCase();
}

/** Whether a line without leading pipe continues the last cell of a row without closing pipe. GFM makes it a row. */
function continuesCell(text: string, line: Slice, last: Row | undefined): last is Row {
  if (last === undefined || line.text.startsWith("|") || /^\s*\|/.test(line.text)) return false;
  if (splitCells(line).length > 1) return false;
  const lastEnd = text.lastIndexOf("\n", line.at - 1);
  return !text.slice(last.at, lastEnd).trimEnd().endsWith("|");
}

function continuedRow(text: string, row: Row, line: Slice): Row {
  const cell = row.cells.at(-1);
  if (cell === undefined) return row;
  const longer = trimSlice({ text: text.slice(cell.at, lineEnd(line)).replace(/\|\s*$/, ""), at: cell.at });
  return { ...row, cells: [...row.cells.slice(0, -1), longer] };
}

/** A row with as many cells as the table has columns: surplus pipes count as text of the last cell. */
function fitted(text: string, cells: readonly Slice[], columns: number, line: Slice): Row {
  const at = line.at + line.text.length - line.text.trimStart().length;
  if (cells.length <= columns) return { at, cells };
  const filled = cells.findLastIndex((cell) => cell.text !== "") + 1;
  const first = cells[columns - 1];
  const last = cells[filled - 1];
  if (filled <= columns || first === undefined || last === undefined) return { at, cells: cells.slice(0, columns) };
  const joined = { text: text.slice(first.at, last.at + last.text.length), at: first.at };
  return {
    at,
    cells: [...cells.slice(0, columns - 1), joined],
    surplusAt: text.indexOf("|", first.at + first.text.length),
  };
}

/** Splits a line at its unescaped pipes (GFM §4.10), without the outer ones. */
function splitCells(line: Slice): readonly Slice[] {
  const { text, at } = trimSlice(line);
  const cells: Slice[] = [];
  let start = text.startsWith("|") ? 1 : 0;
  for (let pipe = text.indexOf("|", start); pipe !== -1; pipe = text.indexOf("|", pipe + 1)) {
    if (isEscaped(text, pipe)) continue;
    cells.push(trimSlice({ text: text.slice(start, pipe), at: at + start }));
    start = pipe + 1;
  }
  if (start < text.length) cells.push(trimSlice({ text: text.slice(start), at: at + start }));
  return cells;
}

/** Whether an odd number of backslashes precedes a character. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text.charAt(start - 1) === "\\") start--;
  return (offset - start) % 2 === 1;
}
