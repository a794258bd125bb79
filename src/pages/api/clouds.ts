import { includedPages } from "../includes.js";
import type { Include, Page, Slice, Table } from "../page.js";
import { placeOf, type PageContext } from "../page-context.js";

const CLOUD_NAMES: readonly [string, string, string, string] = [
  "Global service",
  "US Government L4",
  "US Government L5 (DOD)",
  "China operated by 21Vianet",
];
const [GLOBAL, L4, L5, CHINA] = CLOUD_NAMES;
const CLOUDS_BY_INCLUDE: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["all-clouds", CLOUD_NAMES],
  ["global-only", [GLOBAL]],
  ["global-us", [GLOBAL, L4, L5]],
  ["global-china", [GLOBAL, CHINA]],
]);

/** The include that holds the table of national clouds. */
export function cloudsInclude(page: Page): Include | undefined {
  return page.includes.find(({ name }) => name === "national-cloud-support");
}

/** The national clouds that have the API: by the included table, else by the name of the include, else by a table. */
export function cloudsOf(context: PageContext): readonly string[] | undefined {
  const include = cloudsInclude(context.page);
  const included = includedTable(context);
  if (included !== undefined) return cloudsOfTable(included);
  const known = CLOUDS_BY_INCLUDE.get(/([^/]+)\.md$/.exec(include?.target ?? "")?.[1] ?? "");
  if (known !== undefined) return known;
  if (include !== undefined) {
    context.report.add("page-include-missing", placeOf(context, include.at), {
      include: include.target,
      what: "national clouds",
    });
  }
  const table = context.tables.find(({ role }) => role === "clouds")?.table;
  return table && cloudsOfTable(table);
}

/** The table in the included file, if that file is among the inputs. */
function includedTable(context: PageContext): Table | undefined {
  if (context.findInclude === undefined) return undefined;
  const paragraphs = context.page.paragraphs.filter(({ text }) => text.includes("national-cloud"));
  const tables = includedPages(context, paragraphs).flatMap((included) => included.tables);
  return tables.find(({ role }) => role === "clouds")?.table;
}

/** The marked columns; all columns of a table without a row, since some texts have lost the marks. */
function cloudsOfTable(table: Table): readonly string[] {
  const names: readonly string[] = table.header.map(
    (word) => CLOUD_NAMES.find((name) => name.toLowerCase() === word) ?? word,
  );
  const [marks] = table.rows;
  return marks === undefined ? names : names.filter((_, column) => isMarked(marks.cells[column]));
}

function isMarked(cell: Slice | undefined): boolean {
  return cell !== undefined && /✅|✔|\byes\b/i.test(cell.text);
}
