/** Reads the forms of permission tables: a scheme in each row, a workflow in each row, a scheme in each column. */
import type { Permission, PermissionScheme } from "../../edm/requests.js";
import type { Row, Slice, Table } from "../page.js";
import { schemeOf, scopesOf } from "./permission-scopes.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";
import { isGroupRow } from "../tables/table-roles.js";

/** A table with the case in which its permissions apply, if a page has several tables. */
export interface PermissionTable {
  readonly context: PageContext;
  readonly table: Table;
  readonly when?: string;
  /** Whether a header such as "from least to most privileged" can be trusted; on Intune's pages it cannot. */
  readonly ordered: boolean;
}

export function permissionsOfTable(table: PermissionTable): readonly Permission[] {
  return hasSchemeColumns(table.table) ? permissionsByColumn(table) : permissionsByRow(table);
}

/** Whether schemes are columns: `Supported resource | Delegated (work or school account) | … | Application`. */
function hasSchemeColumns({ header }: Table): boolean {
  return header.filter((word) => schemeOf(word) !== undefined).length >= 2;
}

function permissionsByColumn({ context, table }: PermissionTable): readonly Permission[] {
  return table.rows.flatMap((row) => {
    const [resource, ...cells] = row.cells;
    if (cells.length === 0 && !isGroupRow(table, row)) reportRow(context, row);
    const when = resource === undefined ? "" : shownText(context, resource.text);
    return cells.flatMap((cell, column): readonly Permission[] => {
      const scheme = schemeOf(table.header[column + 1] ?? "");
      const scopes = scheme === undefined ? undefined : scopesOf(context, cell);
      if (scheme === undefined || scopes === undefined) return [];
      return [{ scheme, scopes, ordered: false, ...(when !== "" && { when }), at: placeOf(context, cell.at) }];
    });
  });
}

interface Columns {
  /** The case that the header of these columns names. */
  readonly when?: string;
  readonly indexes: readonly number[];
}

function permissionsByRow(source: PermissionTable): readonly Permission[] {
  const { context, table } = source;
  const columns = columnsOf(table);
  const permissions: Permission[] = [];
  let scheme: PermissionScheme | undefined;
  for (const row of table.rows) {
    const [name] = row.cells;
    if (name === undefined) continue;
    const named = schemeOf(shownText(context, name.text));
    const workflow = named === undefined ? workflowOf(context, name) : undefined;
    if (named !== undefined) scheme = named;
    else if (scheme === undefined || workflow === undefined) {
      if (!isGroupRow(table, row)) reportRow(context, row);
      continue;
    }
    // The row of a rendered table that could not be split: its only cell holds the scheme and its scopes.
    if (row.cells.length === 1 && named !== undefined) reportRow(context, row);
    for (const { when, indexes } of columns) {
      const scopes = scopesUnder(source, row, indexes);
      const cases = [source.when, when, workflow].filter((part) => part !== undefined).join(", ");
      if (scheme === undefined || scopes === undefined) continue;
      const ordered = source.ordered && isOrdered(table, indexes);
      permissions.push({
        scheme,
        scopes,
        ordered,
        ...(cases !== "" && { when: cases }),
        at: placeOf(context, name.at),
      });
    }
  }
  return permissions;
}

/** "Least privileged" and "Higher privileged" are columns of one list; any other columns are a list each. */
function columnsOf({ header }: Table): readonly Columns[] {
  const indexes = header.map((_, index) => index).slice(1);
  const others = indexes.filter((index) => !/^(?:least|higher|more) privileged/.test(header[index] ?? ""));
  if (others.length < 2) return [{ indexes }];
  return indexes.map((index) => ({ when: caseOf(header[index] ?? ""), indexes: [index] }));
}

/** "permissions acting on self (from least to most privileged)" → "Permissions acting on self". */
function caseOf(word: string): string {
  const text = word.replace(/\s*\(from .*$/, "");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function isOrdered({ header }: Table, indexes: readonly number[]): boolean {
  return indexes.some((index) => header[index]?.includes("privileged") === true);
}

function scopesUnder(
  { context, table }: PermissionTable,
  row: Row,
  indexes: readonly number[],
): readonly string[] | undefined {
  let all: Set<string> | undefined;
  for (const index of indexes) {
    const cell = row.cells[index];
    const scopes = cell === undefined ? undefined : scopesOf(context, cell);
    if (scopes === undefined) continue;
    all ??= new Set();
    const fromMost = table.header[index]?.includes("from most to least") === true;
    for (const scope of fromMost ? scopes.toReversed() : scopes) all.add(scope);
  }
  return all && [...all];
}

/**
 * The workflow of a row below a scheme: Intune pages list the scopes of a scheme by workflow, in indented rows with
 * bold names. Rendered text has no marks.
 */
function workflowOf(context: PageContext, { text }: Slice): string | undefined {
  const marked = context.page.format === "plain" || /^(?:&nbsp;\s*)*\*\*.+\*\*$/.test(text);
  return marked ? shownText(context, text) : undefined;
}

function reportRow(context: PageContext, row: Row): void {
  context.report.add("page-row-unreadable", placeOf(context, row.at), {
    row: row.cells.map(({ text }) => text).join(" "),
  });
}
