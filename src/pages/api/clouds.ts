import { includedReadings } from "../includes.js";
import type { Slice, Table } from "../page.js";
import { cloudsInclude } from "../page-facts.js";
import { placeOf, type Reading } from "../reading.js";

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

/** National clouds: by the include's name, or by the table, whose marks are lost in some texts. */
export function cloudsOf(reading: Reading): readonly string[] | undefined {
  const include = cloudsInclude(reading.page);
  const included = includedTable(reading);
  if (included !== undefined) return cloudsOfTable(included);
  const known = CLOUDS_BY_INCLUDE.get(/([^/]+)\.md$/.exec(include?.target ?? "")?.[1] ?? "");
  if (known !== undefined) return known;
  if (include !== undefined) {
    reading.report.add("page-include-missing", placeOf(reading, include.at), {
      include: include.target,
      what: "national clouds",
    });
  }
  const table = reading.tables.find(({ role }) => role === "clouds")?.table;
  return table && cloudsOfTable(table);
}

/** The table in the file that is included for it, where that is among the inputs. */
function includedTable(reading: Reading): Table | undefined {
  if (reading.findInclude === undefined) return undefined;
  const paragraphs = reading.page.paragraphs.filter(({ text }) => text.includes("national-cloud"));
  const tables = includedReadings(reading, paragraphs).flatMap((included) => included.tables);
  return tables.find(({ role }) => role === "clouds")?.table;
}

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
