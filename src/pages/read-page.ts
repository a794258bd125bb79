import type { Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { PageDocument } from "../edm/document.js";
import { readApi, type ApiFacts } from "./api/api-page.js";
import { readEnum, readValuesTables } from "./types/enum-page.js";
import type { FindInclude } from "./includes.js";
import { isMarkdownPage, isPlainPage } from "./is-page.js";
import { withoutRepeats } from "./types/list-enums.js";
import { readMarkdown } from "./markdown/markdown-front.js";
import type { Page, Table } from "./page.js";
import { ageOf } from "./page-age.js";
import { namespaceOf } from "./page-facts.js";
import { kindOf, type PageKind } from "./page-kind.js";
import { readPlain } from "./plain/plain-front.js";
import { withPublicLink } from "./public-link.js";
import { placeOf, type Reading } from "./reading.js";
import { readResources } from "./types/resource-page.js";
import { tablesOf, withUngrouped } from "./tables/table-roles.js";

/**
 * Reads a reference page, in markdown or as the plain text of a rendered page. Undefined when the
 * text is no such page; whatever a page loses is reported. What stands in files that it includes is read from those
 * that `findInclude` finds.
 */
export function readPage(source: Source, report: Report, findInclude?: FindInclude): PageDocument | undefined {
  const page = structureOf(source, report);
  if (page === undefined) return undefined;
  const placed = tablesOf(page.sections);
  const finding = findInclude === undefined ? undefined : { findInclude };
  const unplaced = { source, report, page, tables: placed, ...finding };
  const namespace = namespaceOf(unplaced);
  const kind = kindOf(unplaced);
  const tables = kind.kind === "resource" ? withUngrouped(placed, page.title) : placed;
  const reading: Reading = { source, report, page, tables, ...finding, ...(namespace !== undefined && { namespace }) };
  const { structured, enums, requests } = factsOf(reading, kind);
  const types = [...structured, ...enums];
  reportTables(reading, kind);
  if (types.length === 0 && requests.length === 0 && kind.kind !== "api") {
    report.add("page-says-nothing", placeOf(reading, page.titleAt), { title: page.title });
  }
  if (types.length > 0 && page.front === "plain") report.add("page-plain-text", placeOf(reading, page.titleAt), {});
  return {
    kind: "page",
    source,
    title: page.title,
    ...(namespace !== undefined && { namespace }),
    age: ageOf(reading),
    ...withPublicLink(source, types, requests),
  };
}

function structureOf(source: Source, report: Report): Page | undefined {
  if (isMarkdownPage(source.text)) return readMarkdown(source, report);
  return isPlainPage(source.text) ? readPlain(source) : undefined;
}

const NO_FACTS: ApiFacts = { structured: [], enums: [], requests: [] };

function factsOf(reading: Reading, kind: PageKind): ApiFacts {
  if (kind.kind === "concept") return NO_FACTS;
  const { structured, enums, requests } = subjectFacts(reading, kind);
  const tabled = readValuesTables(reading, structured, kind.kind === "enums" || kind.kind === "enum");
  return { structured, enums: [...withoutRepeats(reading, enums), ...tabled], requests };
}

function subjectFacts(reading: Reading, kind: Exclude<PageKind, { kind: "concept" }>): ApiFacts {
  switch (kind.kind) {
    case "api":
      return readApi(reading);
    case "resource": {
      const { types, enums } = readResources(reading, kind.name);
      return { structured: types, enums, requests: [] };
    }
    case "enum":
      return { structured: [], enums: readEnum(reading, kind.name), requests: [] };
    case "enums":
      return NO_FACTS;
  }
}

/** Which tables each kind of page is read for. */
const READ_ROLES: Readonly<Record<PageKind["kind"], readonly string[]>> = {
  api: ["permissions", "clouds", "members", "headers", "body", "parameters", "queryOptions", "links"],
  resource: ["properties", "relationships", "members", "clouds", "links"],
  enum: ["members", "links"],
  enums: ["members", "links"],
  concept: ["links"],
};

/** A table that nothing is read from is said to be lost; a page of prose has tables of its own. */
function reportTables(reading: Reading, { kind }: PageKind): void {
  if (kind === "concept") return;
  for (const { table, section, role } of reading.tables) {
    const at = placeOf(reading, table.at);
    const header = table.header.join(" | ");
    if (role === "unused") reading.report.add("page-table-unused", at, { header, section: section.title });
    else if (!READ_ROLES[kind].includes(role))
      reading.report.add("page-table-unknown", at, { header, section: section.title });
    else if (role !== "links") reportSurplus(reading, table);
  }
}

/** Which cell a pipe too many divides cannot be told; it is taken to stand in the last one. */
function reportSurplus(reading: Reading, { header, rows }: Table): void {
  for (const { surplusAt } of rows) {
    if (surplusAt === undefined) continue;
    reading.report.add("page-row-too-long", placeOf(reading, surplusAt), { columns: header.length });
  }
}
