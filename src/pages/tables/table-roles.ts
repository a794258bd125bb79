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

/** The use that is made of a table. */
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
  /** Links to other pages, whose facts it may repeat. */
  | "links"
  /** Recognized, but the model has no place for it. */
  | "unused"
  | "unknown";

/** Header cells over the names of properties, relationships and parameters. */
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

/** Decides by the header and the section together: on some pages one of them is wrong. */
export function roleOf(table: Table, section: Section): TableRole {
  const [first = ""] = table.header;
  const { heading } = section;
  if (showsPermissions(table) && !section.inExample) return "permissions";
  if (first === "global service") return "clouds";
  if (/^(?:methods|derived types|see also|related content|next steps)$/.test(heading)) return "links";
  if (section.inExample) return "unknown";
  // Before tables of values, since `Query options` looks like `X options`.
  if (isQueryParameters(heading)) return OPTION_COLUMNS.has(first) ? "queryOptions" : "unused";
  if (MEMBER_COLUMNS.has(first)) return "members";
  if ((heading === "members" || valuesOf(section.title) !== undefined) && (first === "value" || first === "name")) {
    return "members";
  }
  if (isRequestHeaders(heading)) return HEADER_COLUMNS.has(first) ? "headers" : "unknown";
  if (/^(?:optional )?path parameters$/.test(heading)) return "unused";
  if (first.startsWith("derived type")) return "links";
  if (!NAME_COLUMNS.has(first) || !table.header.includes("type")) return "unknown";
  if (isProperties(heading)) return "properties";
  if (isRelationships(heading)) return "relationships";
  if (isParameters(heading)) return "parameters";
  return isRequestBody(heading) ? "body" : "unknown";
}

/** Whether a table has a scheme in each row or, on a few pages, in each column. */
function showsPermissions({ header }: Table): boolean {
  const [first = "", second = ""] = header;
  if (first.startsWith("permission type")) return second !== "property";
  return header.filter((word) => /^(?:delegated|application)\b/.test(word)).length >= 2;
}

/** A table with the section in which it stands. */
export interface PageTable {
  readonly table: Table;
  readonly section: Section;
  readonly role: TableRole;
}

/** Every table of a page with its section and role, in order. */
export function tablesOf(sections: readonly Section[]): readonly PageTable[] {
  const tables: PageTable[] = [];
  for (const section of sections) {
    for (const block of section.blocks) {
      if (block.kind === "Table") tables.push({ table: block, section, role: roleOf(block, section) });
    }
  }
  return tables;
}

/**
 * Gives the role `properties` to tables of a resource page that stand directly below the title, or under a heading for
 * a group of properties. Tables under other headings list fields of something else: a definition in JSON, an example,
 * instance attributes.
 */
export function withUngrouped(tables: readonly PageTable[], title: string): readonly PageTable[] {
  return tables.map((found) => {
    const { role, table, section } = found;
    const [first = "", second] = table.header;
    if (role !== "unknown" || second !== "type" || !NAME_COLUMNS.has(first) || section.inExample) return found;
    const known =
      section.title === title ||
      (first.startsWith("property") && !/\b(?:definition|attributes)\b/.test(section.heading));
    return known ? { ...found, role: "properties" } : found;
  });
}

/** Index of the column whose header is the word or starts with it (`Description and example`); -1 without one. */
export function columnUnder({ header }: Table, wanted: string): number {
  return header.findIndex((word) => word === wanted || word.startsWith(`${wanted} `));
}

/** Whether a row is a subheading: a single bold cell in a wider table, `|**Calendar**|||`. */
export function isGroupRow(table: Table, row: Row): boolean {
  if (table.header.length < 2 || row.cells.some(({ text }, column) => column > 0 && text !== "")) return false;
  const [only] = row.cells;
  return only === undefined || only.text === "" || /^(?:&nbsp;)*\*\*.*\*\*$/.test(only.text);
}
