import type { Permission } from "../../edm/requests.js";
import { includesOf } from "../inline-text.js";
import { includedPages } from "../includes.js";
import type { Page, Paragraph } from "../page.js";
import { permissionsOfTable, type PermissionTable } from "./permission-tables.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";
import type { PageTable } from "../tables/table-roles.js";

/** The permissions of a page; undefined when it has none, or when they are in an include that is not available. */
export function permissionsOf(context: PageContext): readonly Permission[] | undefined {
  const paragraphs = permissionParagraphs(context);
  const included = includedPages(context, paragraphs);
  const found = [context, ...included].flatMap((from) =>
    from.tables.filter(({ role }) => role === "permissions").map((table) => ({ from, table })),
  );
  if (found.length === 0) {
    reportInclude(context, paragraphs);
    return undefined;
  }
  const permissions = permissionTables(context, found).flatMap(permissionsOfTable);
  return permissions.length === 0 ? undefined : permissions;
}

/** A table and the page on which it stands, which can be an include. */
interface FoundTable {
  readonly from: PageContext;
  readonly table: PageTable;
}

/** Gives each of several tables the case that it is about; reports and drops a second table for the same case. */
function permissionTables(context: PageContext, tables: readonly FoundTable[]): readonly PermissionTable[] {
  const ordered = !isIntunePage(context.page);
  const several = tables.length > 1;
  const known = new Map<string, PermissionTable>();
  for (const { from, table } of tables) {
    const when = several ? caseOf(from, table) : undefined;
    if (known.has(when ?? "")) {
      context.report.add("page-permissions-several", placeOf(from, table.table.at), { section: table.section.title });
    } else known.set(when ?? "", { context: from, table: table.table, ordered, ...(when !== undefined && { when }) });
  }
  return [...known.values()];
}

/** The case that a table is about: the heading below "Permissions", else the line above the table. */
function caseOf(context: PageContext, { table, section }: PageTable): string | undefined {
  if (section.heading !== "permissions" && section.heading !== "prerequisites") {
    return section.title.replace(/[\s:]+$/, "");
  }
  const above = section.blocks.findLast((block) => block.at < table.at && block.kind !== "Metadata");
  if (above?.kind !== "Paragraph") return undefined;
  const [line = ""] = above.text.split("\n").slice(-1);
  const text = shownText(context, line).replace(/[\s:]+$/, "");
  return /^\S+(?: \S+){1,9}$/.test(text) && !text.endsWith(".") ? text.replace(/^for\s+/i, "") : undefined;
}

function permissionParagraphs({ page }: PageContext): readonly Paragraph[] {
  return page.sections.filter(({ inPermissions }) => inPermissions).flatMap(({ paragraphs }) => paragraphs);
}

function reportInclude(context: PageContext, paragraphs: readonly Paragraph[]): void {
  const include = paragraphs.flatMap(includesOf).find(({ name }) => name === "permissions-table");
  if (include !== undefined) {
    context.report.add("page-include-missing", placeOf(context, include.at), {
      include: include.target,
      what: "permissions",
    });
  }
}

/**
 * Whether Intune's generator made a page. Its header says "from least to most privileged" today and used to say the
 * reverse above the same lists, so their order has no meaning.
 */
function isIntunePage({ sections }: Page): boolean {
  return (
    sections.some(({ heading }) => heading === "prerequisites") ||
    sections
      .slice(0, 2)
      .flatMap(({ paragraphs }) => paragraphs)
      .some(({ text }) => /Microsoft Graph API for Intune\b/.test(text))
  );
}
