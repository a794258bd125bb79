/** Reads the forms of permission tables: a scheme in each row, a workflow in each row, a scheme in each column. */
import type { Permission, PermissionScheme } from "../../edm/requests.js";
import type { Row, Slice, Table } from "../page.js";
import { casesOf, schemeOf, type CellCase } from "./permission-scopes.js";
import { distinct } from "./scope-sets.js";
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
  const read = hasSchemeColumns(table.table) ? permissionsByColumn(table) : permissionsByRow(table);
  return read.map((one) => permissionOf(table, one, read));
}

/** A permission as its cells give it. */
interface ReadPermission extends CellCase {
  readonly scheme: PermissionScheme;
  readonly ordered: boolean;
  readonly at: Permission["at"];
}

/** `A, B and C` is a list of alternatives where another cell of the table lists them by commas alone. */
function permissionOf(
  { context }: PermissionTable,
  { scheme, ambiguous, partial, alternatives, when, ordered, at }: ReadPermission,
  others: readonly ReadPermission[],
): Permission {
  const scopes = ambiguous ? alternatives.flat() : [];
  const listed = others.some((other) => scopes.every((scope) => other.alternatives.some((set) => isOnly(set, scope))));
  const open = ambiguous && !listed;
  if (open) context.report.add("page-scopes-ambiguous", at, { scopes: scopes.join(", ") });
  return {
    scheme,
    ...(when !== undefined && { when }),
    alternatives: ambiguous && listed ? scopes.map((scope) => [scope]) : alternatives,
    ordered,
    ...((open || partial) && { exact: false }),
    at,
  };
}

function isOnly(set: readonly string[], scope: string): boolean {
  return set.length === 1 && set[0] === scope;
}

/** Whether schemes are columns: `Supported resource | Delegated (work or school account) | … | Application`. */
function hasSchemeColumns({ header }: Table): boolean {
  return header.filter((word) => schemeOf(word) !== undefined).length >= 2;
}

function permissionsByColumn({ context, table }: PermissionTable): readonly ReadPermission[] {
  return table.rows.flatMap((row) => {
    const [resource, ...cells] = row.cells;
    if (cells.length === 0 && !isGroupRow(table, row)) reportRow(context, row);
    const when = resource === undefined ? "" : shownText(context, resource.text);
    return cells.flatMap((cell, column): readonly ReadPermission[] => {
      const scheme = schemeOf(table.header[column + 1] ?? "");
      if (scheme === undefined) return [];
      const at = placeOf(context, cell.at);
      return (casesOf(context, cell) ?? []).map((one) => ({ ...withCases(one, [when]), scheme, ordered: false, at }));
    });
  });
}

/** Puts cases that a table, a column or a row is about before that of the cell. */
function withCases({ when, ...rest }: CellCase, around: readonly (string | undefined)[]): CellCase {
  const cases = [...around, when].filter((part) => part !== undefined && part !== "");
  return { ...rest, ...(cases.length > 0 && { when: cases.join(", ") }) };
}

interface Columns {
  /** The case that the header of these columns names. */
  readonly when?: string;
  readonly indexes: readonly number[];
}

function permissionsByRow(source: PermissionTable): readonly ReadPermission[] {
  const { context, table } = source;
  const columns = columnsOf(table);
  const permissions: ReadPermission[] = [];
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
    if (scheme === undefined) continue;
    const at = placeOf(context, name.at);
    for (const { when, indexes } of columns) {
      const ordered = source.ordered && isOrdered(table, indexes);
      for (const one of casesUnder(source, row, indexes))
        permissions.push({ ...withCases(one, [source.when, when, workflow]), scheme, ordered, at });
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

/** The cases of several columns, from the least privileged on: each case once. */
function casesUnder({ context, table }: PermissionTable, row: Row, indexes: readonly number[]): Iterable<CellCase> {
  const byCase = new Map<string | undefined, CellCase>();
  for (const index of indexes) {
    const cell = row.cells[index];
    const fromMost = table.header[index]?.includes("from most to least") === true;
    for (const one of (cell && casesOf(context, cell)) ?? []) {
      const listed = fromMost ? one.alternatives.toReversed() : one.alternatives;
      const known = byCase.get(one.when);
      byCase.set(one.when, {
        ...one,
        alternatives: distinct([...(known?.alternatives ?? []), ...listed]),
        ambiguous: one.ambiguous || known?.ambiguous === true,
        partial: one.partial || known?.partial === true,
      });
    }
  }
  return byCase.values();
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
