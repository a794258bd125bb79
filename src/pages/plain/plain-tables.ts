import { trimSlice } from "../inline-text.js";
import { lineAt, type TableSpan } from "../tables/table-rows.js";
import type { Row, Slice } from "../page.js";
import { NAME_COLUMNS } from "../tables/table-roles.js";

/** Splits the text of a row into the offsets where its cells start and end; undefined for another form of row. */
type Splitter = (row: string) => readonly (readonly [number, number])[] | undefined;

/** A table by its header cells. */
interface Shape {
  readonly header: readonly string[];
  readonly split: Splitter;
}

// Many pages lack the last parenthesis.
const SCHEME = "Delegated \\((?:work or school|personal Microsoft) account\\)?|Application";
const NAME = "[@$\\p{L}_][^\\s]*(?: \\((?:deprecated|preview|optional)\\))?";
const TYPE = "(?:[Cc]ollection\\([^()\\s]*\\)|[\\p{L}_][\\p{L}\\p{N}_.]*)(?: collection)?";
const JOINT = "(?:,(?: (?:and|or|plus))?| (?:and|or|plus|[+&]))(?: both)? ";
const SCOPES = `(?:Not (?:supported|available|applicable)\\.?|[^\\s,]+(?:${JOINT}[^\\s,]+)*)`;

function byPattern(pattern: string): Splitter {
  const regex = new RegExp(`^${pattern}$`, "du");
  return (row) =>
    regex
      .exec(row)
      ?.indices?.slice(1)
      .map((span) => span ?? [row.length, row.length]);
}

const DOTTED = "[\\w-]+(?:\\.[\\w-]+)+";
/** Scopes between other columns, where a name of several words precedes them: each has a dot. */
const SCOPES_WITHIN = `(Not (?:supported|available|applicable)\\.?|${DOTTED}(?:${JOINT}${DOTTED})*)`;

const rest = "(?: +(.*))?";
const typed = byPattern(`(${NAME}) +(${TYPE})${rest}`);
const pair = byPattern(`(\\S+)${rest}`);
/** A scheme with its scopes, or a workflow with those of the scheme above: `Policy Set DeviceManagementApps.Read.All`. */
const permissions = byPattern(`(${SCHEME}|[\\p{L}, /()-]+?(?= \\p{Lu}\\w+\\.\\w))${rest}`);

/** The tables of reference pages. Cells are one blank apart, so a row can only be split when its columns are known. */
const SHAPES: readonly Shape[] = [
  ...[
    "Permissions (from least to most privileged)",
    "Permissions (from most to least privileged)",
    "Permissions",
    "Permission (from least to most privileged)",
    "Permission",
  ].map((words) => ({ header: ["Permission type", words], split: permissions })),
  ...["Supported resource", "Calendar"].map((word) => ({
    header: [word, "Delegated (work or school account)", "Delegated (personal Microsoft account)", "Application"],
    split: byPattern(`(.+?) +${SCOPES_WITHIN} +${SCOPES_WITHIN} +${SCOPES_WITHIN}`),
  })),
  {
    header: ["Permission type (by workflow)", "Permissions (from most to least privileged)"],
    split: permissions,
  },
  {
    header: [
      "Permission type",
      "Permissions acting on self (from least to most privileged)",
      "Permissions acting on others (from least to most privileged)",
    ],
    split: byPattern(`(${SCHEME}) +(${SCOPES})${rest}`),
  },
  ...["permission", "permissions"].map((word) => ({
    header: ["Permission type", `Least privileged ${word}`, "Higher privileged permissions"],
    split: byPattern(`(${SCHEME}) +(${SCOPES})${rest}`),
  })),
  ...[...NAME_COLUMNS].map((word) => ({ header: [word, "Type", "Description"], split: typed })),
  { header: ["Property", "Type"], split: byPattern(`(${NAME}) +(${TYPE})`) },
  { header: ["Member", "Value", "Description"], split: byPattern(`(${NAME}) +(-?\\d+)${rest}`) },
  { header: ["Member", "Value"], split: byPattern(`(${NAME}) +(-?\\d+)`) },
  { header: ["Header", "Value"], split: pair },
  ...["Name", "Member", "Value"].map((word) => ({ header: [word, "Description"], split: pair })),
  { header: ["Member"], split: byPattern("(\\S+)") },
  { header: ["Method", "Return Type", "Description"], split: byPattern("(.*)") },
  {
    header: ["Global service", "US Government L4", "US Government L5 (DOD)", "China operated by 21Vianet"],
    split: byPattern("(\\S+) +(\\S+) +(\\S+) +(\\S+)"),
  },
];

const SHAPE_BY_LINE: ReadonlyMap<string, Shape> = new Map(
  SHAPES.map((shape) => [shape.header.join(" ").toLowerCase(), shape]),
);

/** The table whose header is the line at an offset; its rows end at the next blank line. */
export function plainTableAt(text: string, start: number): TableSpan | undefined {
  const header = lineAt(text, start, text.length);
  const shape = SHAPE_BY_LINE.get(header.text.trim().toLowerCase());
  if (shape === undefined) return undefined;
  const rows: Row[] = [];
  let offset = start + header.text.length + 1;
  while (offset < text.length) {
    const line = lineAt(text, offset, text.length);
    if (line.text.trim() === "") break;
    rows.push(rowOf(trimSlice(line), shape));
    offset += line.text.length + 1;
  }
  // A single word with no rows below is a heading or prose.
  if (shape.header.length === 1 && rows.length === 0) return undefined;
  const table = {
    kind: "Table" as const,
    at: trimSlice(header).at,
    header: shape.header.map((word) => word.toLowerCase()),
    rows,
  };
  return { table, end: Math.min(offset, text.length) };
}

/** A row that cannot be split keeps its whole text as its only cell, which its reader reports. */
function rowOf(line: Slice, { split }: Shape): Row {
  const spans = split(line.text);
  if (spans === undefined) return { at: line.at, cells: [line] };
  return {
    at: line.at,
    cells: spans.map(([start, end]) => ({ text: line.text.slice(start, end), at: line.at + start })),
  };
}
