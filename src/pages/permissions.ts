import type { Permission, PermissionScheme } from "../edm/requests.js";
import { includesOf } from "./inline-text.js";
import type { Slice, Table } from "./page.js";
import { paragraphsOf } from "./page-facts.js";
import { placeOf, shownText, type Reading } from "./reading.js";
import { isGroupRow, isPermissionsSection } from "./table-roles.js";

/** The permissions of a page; undefined where it shows none, or only an include has them. */
export function permissionsOf(reading: Reading): readonly Permission[] | undefined {
  const tables = reading.tables.filter(({ role }) => role === "permissions");
  const [first, second] = tables;
  if (second !== undefined) {
    reading.report.add("page-permissions-several", placeOf(reading, second.table.at), {
      section: second.section.title,
    });
  }
  if (first === undefined) {
    reportInclude(reading);
    return undefined;
  }
  return permissionsOfTable(reading, first.table);
}

function reportInclude(reading: Reading): void {
  const sections = reading.page.sections.filter((section) => isPermissionsSection(section));
  const includes = sections.flatMap((section) => paragraphsOf(section).flatMap(includesOf));
  const include = includes.find(({ name }) => name === "permissions-table");
  if (include !== undefined) {
    reading.report.add("page-include-missing", placeOf(reading, include.at), {
      include: include.target,
      what: "permissions",
    });
  }
}

function permissionsOfTable(reading: Reading, table: Table): readonly Permission[] {
  const reversed = table.header.some((word) => word.includes("from most to least"));
  const ordered = table.header.some((word) => word.includes("privileged"));
  const permissions: Permission[] = [];
  for (const row of table.rows) {
    const [name, ...cells] = row.cells;
    if (name === undefined || isGroupRow(table, row)) continue;
    const listed = cells.flatMap((cell) => scopesOf(reading, cell));
    const scopes = reversed ? listed.toReversed() : listed;
    const scheme = schemeOf(shownText(reading, name.text).toLowerCase());
    const last = permissions.at(-1);
    if (scheme !== undefined) permissions.push({ scheme, scopes, ordered, at: placeOf(reading, name.at) });
    else if (last !== undefined && isWorkflow(reading, name)) {
      permissions[permissions.length - 1] = { ...last, scopes: [...new Set([...last.scopes, ...scopes])] };
    } else
      reading.report.add("page-row-unreadable", placeOf(reading, row.at), {
        row: row.cells.map(({ text }) => text).join(" "),
      });
  }
  return permissions;
}

/** Shared Intune pages list the scopes of a scheme by workflow, in indented rows below it; a rendered page shows no marks. */
function isWorkflow({ page }: Reading, { text }: Slice): boolean {
  return page.front === "plain" || /^(?:&nbsp;\s*)*\*\*.+\*\*$/.test(text);
}

function schemeOf(name: string): PermissionScheme | undefined {
  if (/work or school/.test(name)) return "delegatedWork";
  if (/personal/.test(name)) return "delegatedPersonal";
  return name.startsWith("application") ? "application" : undefined;
}

const NONE = /^(?:not (?:supported|available|applicable)|none|n\/a|-|)\.?$/i;

/** The scopes of a cell; a note behind a line break is no scope. */
function scopesOf(reading: Reading, cell: Slice): readonly string[] {
  const text = shownText(reading, cell.text.split(/<br\s*\/?>\s*(?=<br|\**Note)/i, 1)[0] ?? "");
  if (NONE.test(text)) return [];
  const words = text.split(/\s*(?:[,;]|\s(?:and|or)\s|\s+(?=[A-Z]\w*\.))\s*/).map((word) => word.replace(/[*.]+$/, ""));
  const scopes = words.filter((word) => /^[A-Za-z][\w-]*(?:\.[\w-]+)*$/.test(word));
  const lost = words.find((word) => word !== "" && !scopes.includes(word));
  if (lost !== undefined) reading.report.add("page-scope-unreadable", placeOf(reading, cell.at), { text: lost });
  return scopes;
}
