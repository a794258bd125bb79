import type { Permission } from "../../edm/requests.js";
import { includesOf } from "../inline-text.js";
import { isIntunePage } from "./intune.js";
import { includedReadings } from "../includes.js";
import type { Paragraph } from "../page.js";
import { permissionsOfTable, type PermissionTable } from "./permission-tables.js";
import { placeOf, shownText, type Reading } from "../reading.js";
import type { PlacedTable } from "../tables/table-roles.js";

/** The permissions of a page; undefined where it shows none, or only an include has them that was not read. */
export function permissionsOf(reading: Reading): readonly Permission[] | undefined {
  const paragraphs = permissionParagraphs(reading);
  const included = includedReadings(reading, paragraphs);
  const placed = [reading, ...included].flatMap((from) =>
    from.tables.filter(({ role }) => role === "permissions").map((table) => ({ from, table })),
  );
  if (placed.length === 0) {
    reportInclude(reading, paragraphs);
    return undefined;
  }
  const permissions = tablesApart(reading, placed).flatMap(permissionsOfTable);
  return permissions.length === 0 ? undefined : permissions;
}

interface Placed {
  readonly from: Reading;
  readonly table: PlacedTable;
}

/** Several tables of a page speak of several cases; one that nothing sets apart from an earlier one is left out. */
function tablesApart(reading: Reading, placed: readonly Placed[]): readonly PermissionTable[] {
  const ordered = !isIntunePage(reading.page);
  const several = placed.length > 1;
  const known = new Map<string, PermissionTable>();
  for (const { from, table } of placed) {
    const when = several ? caseOf(from, table) : undefined;
    if (known.has(when ?? "")) {
      reading.report.add("page-permissions-several", placeOf(from, table.table.at), { section: table.section.title });
    } else known.set(when ?? "", { reading: from, table: table.table, ordered, ...(when !== undefined && { when }) });
  }
  return [...known.values()];
}

/** The heading below "Permissions", else the line above the table. */
function caseOf(reading: Reading, { table, section }: PlacedTable): string | undefined {
  if (section.heading !== "permissions" && section.heading !== "prerequisites") {
    return section.title.replace(/[\s:]+$/, "");
  }
  const above = section.blocks.findLast((block) => block.at < table.at && block.kind !== "Metadata");
  if (above?.kind !== "Paragraph") return undefined;
  const [line = ""] = above.text.split("\n").slice(-1);
  const text = shownText(reading, line).replace(/[\s:]+$/, "");
  return /^\S+(?: \S+){1,9}$/.test(text) && !text.endsWith(".") ? text : undefined;
}

function permissionParagraphs({ page }: Reading): readonly Paragraph[] {
  return page.sections.filter(({ inPermissions }) => inPermissions).flatMap(({ paragraphs }) => paragraphs);
}

function reportInclude(reading: Reading, paragraphs: readonly Paragraph[]): void {
  const include = paragraphs.flatMap(includesOf).find(({ name }) => name === "permissions-table");
  if (include !== undefined) {
    reading.report.add("page-include-missing", placeOf(reading, include.at), {
      include: include.target,
      what: "permissions",
    });
  }
}
