import type { Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { PageDocument } from "../edm/document.js";
import { readApi, type Declarations } from "./api/api-page.js";
import { readMarkdown } from "./markdown/read-markdown.js";
import type { Page, Table } from "./page.js";
import { ageOf } from "./page-age.js";
import { placeOf, type FindInclude, type PageContext } from "./page-context.js";
import { kindOf, type PageKind } from "./page-kind.js";
import { namespaceOf } from "./page-namespace.js";
import { readPlain } from "./plain/read-plain.js";
import { withPublicLink } from "./public-link.js";
import { isMarkdownPage, isPlainPage } from "./recognize-page.js";
import { tablesOf, withUngrouped, type TableRole } from "./tables/table-roles.js";
import { withoutRepeats } from "./types/enum-list.js";
import { readEnum, readValuesTables } from "./types/enum-page.js";
import { readResources } from "./types/resource-page.js";

/**
 * Reads a reference page, in markdown or as the plain text of a rendered page. Everything that cannot be read is
 * reported. Included files are read when `findInclude` finds them. Undefined when the text is not a reference page.
 */
export function readPage(source: Source, report: Report, findInclude?: FindInclude): PageDocument | undefined {
  const page = structureOf(source, report);
  if (page === undefined) return undefined;
  const { context, kind } = contextOf(source, report, page, findInclude);
  const { structured, enums, requests } = declarationsOf(context, kind);
  const types = [...structured, ...enums];
  reportTables(context, kind);
  if (types.length === 0 && requests.length === 0 && kind.kind !== "api") {
    report.add("page-says-nothing", placeOf(context, page.titleAt), { title: page.title });
  }
  if (types.length > 0 && page.format === "plain") report.add("page-plain-text", placeOf(context, page.titleAt), {});
  return {
    kind: "page",
    source,
    title: page.title,
    ...(context.namespace !== undefined && { namespace: context.namespace }),
    age: ageOf(context),
    ...withPublicLink(source, types, requests),
  };
}

function structureOf(source: Source, report: Report): Page | undefined {
  if (isMarkdownPage(source.text)) return readMarkdown(source, report);
  return isPlainPage(source.text) ? readPlain(source) : undefined;
}

function contextOf(
  source: Source,
  report: Report,
  page: Page,
  findInclude: FindInclude | undefined,
): { readonly context: PageContext; readonly kind: PageKind } {
  const tables = tablesOf(page.sections);
  const context = { source, report, page, tables, ...(findInclude && { findInclude }) };
  const namespace = namespaceOf(context);
  const kind = kindOf(context);
  return {
    context: {
      ...context,
      tables: kind.kind === "resource" ? withUngrouped(tables, page.title) : tables,
      ...(namespace !== undefined && { namespace }),
    },
    kind,
  };
}

const NONE: Declarations = { structured: [], enums: [], requests: [] };

function declarationsOf(context: PageContext, kind: PageKind): Declarations {
  if (kind.kind === "concept") return NONE;
  const { structured, enums, requests } = declarationsByKind(context, kind);
  const ofTables = readValuesTables(context, structured, kind.kind === "enums" || kind.kind === "enum");
  return { structured, enums: [...withoutRepeats(context, enums), ...ofTables], requests };
}

function declarationsByKind(context: PageContext, kind: Exclude<PageKind, { kind: "concept" }>): Declarations {
  switch (kind.kind) {
    case "api":
      return readApi(context);
    case "resource": {
      const { types, enums } = readResources(context, kind.name);
      return { structured: types, enums, requests: [] };
    }
    case "enum":
      return { structured: [], enums: readEnum(context, kind.name), requests: [] };
    case "enums":
      return NONE;
  }
}

/** The roles of the tables that are read on each kind of page. */
const READ_ROLES: Readonly<Record<PageKind["kind"], readonly TableRole[]>> = {
  api: ["permissions", "clouds", "members", "headers", "body", "parameters", "queryOptions", "links"],
  resource: ["properties", "relationships", "members", "clouds", "links"],
  enum: ["members", "links"],
  enums: ["members", "links"],
  concept: ["links"],
};

/** Reports tables that the end of the page cuts, and those that are not read, except on pages of prose, whose tables are not about the model. */
function reportTables(context: PageContext, { kind }: PageKind): void {
  for (const { table } of context.tables)
    if (table.cutAt !== undefined) context.report.add("page-row-cut", placeOf(context, table.cutAt), {});
  if (kind === "concept") return;
  for (const { table, section, role } of context.tables) {
    const at = placeOf(context, table.at);
    const header = table.header.join(" | ");
    if (role === "unused") context.report.add("page-table-unused", at, { header, section: section.title });
    else if (!READ_ROLES[kind].includes(role))
      context.report.add("page-table-unknown", at, { header, section: section.title });
    else if (role !== "links") reportSurplus(context, table);
  }
}

/** Reports rows with more cells than columns. Any of their pipes can be the surplus one; the last is taken. */
function reportSurplus(context: PageContext, { header, rows }: Table): void {
  for (const { surplusAt } of rows) {
    if (surplusAt === undefined) continue;
    context.report.add("page-row-too-long", placeOf(context, surplusAt), { columns: header.length });
  }
}
