/** What each form of a table of permissions says: by row, by column, by workflow, or with the schemes as columns. */
import type { Permission, PermissionScheme } from "../../edm/requests.js";
import type { Row, Slice, Table } from "../page.js";
import { schemeOf, scopesOf } from "./permission-scopes.js";
import { placeOf, shownText, type Reading } from "../reading.js";
import { isGroupRow } from "../tables/table-roles.js";

/** A table with what sets it apart from others of its page. */
export interface PermissionTable {
  readonly reading: Reading;
  readonly table: Table;
  readonly when?: string;
  /** Whether the order of scopes means something where the header says so: on Intune's pages it does not. */
  readonly ordered: boolean;
}

export function permissionsOfTable(table: PermissionTable): readonly Permission[] {
  return hasSchemeColumns(table.table) ? transposed(table) : bySchemeRow(table);
}

/** `Supported resource | Delegated (work or school account) | … | Application`: a row for each kind of resource. */
function hasSchemeColumns({ header }: Table): boolean {
  return header.filter((word) => schemeOf(word) !== undefined).length >= 2;
}

function transposed({ reading, table }: PermissionTable): readonly Permission[] {
  return table.rows.flatMap((row) => {
    const [resource, ...cells] = row.cells;
    if (cells.length === 0 && !isGroupRow(table, row)) reportRow(reading, row);
    const when = resource === undefined ? "" : shownText(reading, resource.text);
    return cells.flatMap((cell, column): readonly Permission[] => {
      const scheme = schemeOf(table.header[column + 1] ?? "");
      const scopes = scheme === undefined ? undefined : scopesOf(reading, cell);
      if (scheme === undefined || scopes === undefined) return [];
      return [{ scheme, scopes, ordered: false, ...(when !== "" && { when }), at: placeOf(reading, cell.at) }];
    });
  });
}

interface Columns {
  /** What sets the scopes of these columns apart. */
  readonly when?: string;
  readonly indexes: readonly number[];
}

function bySchemeRow(source: PermissionTable): readonly Permission[] {
  const { reading, table } = source;
  const columns = columnsOf(table);
  const permissions: Permission[] = [];
  let scheme: PermissionScheme | undefined;
  for (const row of table.rows) {
    const [name] = row.cells;
    if (name === undefined) continue;
    const named = schemeOf(shownText(reading, name.text));
    const workflow = named === undefined ? workflowOf(reading, name) : undefined;
    if (named !== undefined) scheme = named;
    else if (scheme === undefined || workflow === undefined) {
      if (!isGroupRow(table, row)) reportRow(reading, row);
      continue;
    }
    // A row that could not be divided into cells names a scheme, and its scopes with it.
    if (row.cells.length === 1 && named !== undefined) reportRow(reading, row);
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
        at: placeOf(reading, name.at),
      });
    }
  }
  return permissions;
}

/** Least and higher privileges are one list in two columns; other columns are lists of their own. */
function columnsOf({ header }: Table): readonly Columns[] {
  const indexes = header.map((_, index) => index).slice(1);
  const apart = indexes.filter((index) => !/^(?:least|higher|more) privileged/.test(header[index] ?? ""));
  if (apart.length < 2) return [{ indexes }];
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
  { reading, table }: PermissionTable,
  row: Row,
  indexes: readonly number[],
): readonly string[] | undefined {
  let all: Set<string> | undefined;
  for (const index of indexes) {
    const cell = row.cells[index];
    const scopes = cell === undefined ? undefined : scopesOf(reading, cell);
    if (scopes === undefined) continue;
    all ??= new Set();
    const fromMost = table.header[index]?.includes("from most to least") === true;
    for (const scope of fromMost ? scopes.toReversed() : scopes) all.add(scope);
  }
  return all && [...all];
}

/**
 * Shared Intune pages list the scopes of a scheme by workflow, in indented rows of bold names below it. A rendered page
 * shows no marks.
 */
function workflowOf(reading: Reading, { text }: Slice): string | undefined {
  const marked = reading.page.front === "plain" || /^(?:&nbsp;\s*)*\*\*.+\*\*$/.test(text);
  return marked ? shownText(reading, text) : undefined;
}

function reportRow(reading: Reading, row: Row): void {
  reading.report.add("page-row-unreadable", placeOf(reading, row.at), {
    row: row.cells.map(({ text }) => text).join(" "),
  });
}
