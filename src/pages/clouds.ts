import type { Slice } from "./page.js";
import { cloudsInclude } from "./page-facts.js";
import { placeOf, type Reading } from "./reading.js";

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
  const known = CLOUDS_BY_INCLUDE.get(/([^/]+)\.md$/.exec(include?.target ?? "")?.[1] ?? "");
  if (known !== undefined) return known;
  if (include !== undefined) {
    reading.report.add("page-include-missing", placeOf(reading, include.at), {
      include: include.target,
      what: "national clouds",
    });
  }
  const table = reading.tables.find(({ role }) => role === "clouds")?.table;
  if (table === undefined) return undefined;
  const names: readonly string[] = table.header.map(
    (word) => CLOUD_NAMES.find((name) => name.toLowerCase() === word) ?? word,
  );
  const [marks] = table.rows;
  return marks === undefined ? names : names.filter((_, column) => isMarked(marks.cells[column]));
}

function isMarked(cell: Slice | undefined): boolean {
  return cell !== undefined && /✅|✔|\byes\b/i.test(cell.text);
}
