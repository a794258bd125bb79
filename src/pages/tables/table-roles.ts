import {
  isParameters,
  isProperties,
  isQueryParameters,
  isRelationships,
  isRequestBody,
  isRequestHeaders,
  valuesOf,
} from "../headings.js";
import type { Section, Row, Table } from "../page.js";

/** What a table is for. */
export type TableRole =
  | "permissions"
  | "clouds"
  | "members"
  | "headers"
  | "body"
  | "parameters"
  | "queryOptions"
  | "properties"
  | "relationships"
  /** Repeats what other pages say, or links to them. */
  | "links"
  /** Known, and of no use to the model so far. */
  | "unused"
  | "unknown";

/** Header words over the names of properties, relationships and parameters. */
export const NAME_COLUMNS: ReadonlySet<string> = new Set([
  "property",
  "property name",
  "name",
  "relationship",
  "relationship name",
  "parameter",
  "parameter name",
  "field",
]);
const HEADER_COLUMNS: ReadonlySet<string> = new Set(["header", "name", "header name", "request header"]);
const OPTION_COLUMNS: ReadonlySet<string> = new Set(["parameter", "query parameter", "name", "property"]);
const MEMBER_COLUMNS: ReadonlySet<string> = new Set(["member", "members", "member name"]);

/** Told by the words of the header and the section together: either alone lies on some pages. */
export function roleOf(table: Table, section: Section): TableRole {
  const [first = ""] = table.header;
  const { heading } = section;
  if (showsPermissions(table) && !section.inExample) return "permissions";
  if (first === "global service") return "clouds";
  if (/^(?:methods|derived types|see also|related content|next steps)$/.test(heading)) return "links";
  if (section.inExample) return "unknown";
  if (MEMBER_COLUMNS.has(first)) return "members";
  if ((heading === "members" || valuesOf(section.title) !== undefined) && (first === "value" || first === "name")) {
    return "members";
  }
  if (isRequestHeaders(heading)) return HEADER_COLUMNS.has(first) ? "headers" : "unknown";
  if (isQueryParameters(heading)) return OPTION_COLUMNS.has(first) ? "queryOptions" : "unused";
  if (/^(?:optional )?path parameters$/.test(heading)) return "unused";
  if (first.startsWith("derived type")) return "links";
  if (!NAME_COLUMNS.has(first) || !table.header.includes("type")) return "unknown";
  if (isProperties(heading)) return "properties";
  if (isRelationships(heading)) return "relationships";
  if (isParameters(heading)) return "parameters";
  return isRequestBody(heading) ? "body" : "unknown";
}

/** By schemes in its rows, or, in a few pages, in its columns. */
function showsPermissions({ header }: Table): boolean {
  const [first = "", second = ""] = header;
  if (first.startsWith("permission type")) return second !== "property";
  return header.filter((word) => /^(?:delegated|application)\b/.test(word)).length >= 2;
}

export interface PlacedTable {
  readonly table: Table;
  readonly section: Section;
  readonly role: TableRole;
}

/** Every table of a page with its section and role, in order. */
export function tablesOf(sections: readonly Section[]): readonly PlacedTable[] {
  const tables: PlacedTable[] = [];
  for (const section of sections) {
    for (const block of section.blocks) {
      if (block.kind === "Table") tables.push({ table: block, section, role: roleOf(block, section) });
    }
  }
  return tables;
}

/**
 * On a page about one type, a table of properties need not stand under a heading that says so: it
 * stands below the title, or under a heading for each group of them. What the dialect puts under
 * other headings are fields of something else: a definition in JSON, an example, instance attributes.
 */
export function withUngrouped(tables: readonly PlacedTable[], title: string): readonly PlacedTable[] {
  return tables.map((placed) => {
    const { role, table, section } = placed;
    const [first = "", second] = table.header;
    if (role !== "unknown" || second !== "type" || !NAME_COLUMNS.has(first) || section.inExample) return placed;
    const known =
      section.title === title ||
      (first.startsWith("property") && !/\b(?:definition|attributes)\b/.test(section.heading));
    return known ? { ...placed, role: "properties" } : placed;
  });
}

/** The column under a header word; `Description` may go on (`Description and example`). Without one: -1. */
export function columnUnder({ header }: Table, wanted: string): number {
  return header.findIndex((word) => word === wanted || word.startsWith(`${wanted} `));
}

/** A row of one cell in a wider table is a subheading: `|**Calendar**|||`. */
export function isGroupRow(table: Table, row: Row): boolean {
  if (table.header.length < 2 || row.cells.some(({ text }, column) => column > 0 && text !== "")) return false;
  const [only] = row.cells;
  return only === undefined || only.text === "" || /^(?:&nbsp;)*\*\*.*\*\*$/.test(only.text);
}
