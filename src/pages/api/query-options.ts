import type { QueryOptions, Request } from "../../edm/requests.js";
import { isSimpleName } from "../../edm/names.js";
import { isQueryParameters } from "../headings.js";
import { includedPages } from "../includes.js";
import { shownText, type PageContext } from "../page-context.js";
import type { Table } from "../page.js";

const NONE =
  /\b(?:does|do|is|are)(?:n['’]t| \**not\**) (?:currently )?(?:support|accept|available)|\bnot supported\b|^none\b/i;
const WITHOUT_NAMES = /\bodata query (?:parameters|options)\b/i;
const MORE = /\b(?:some|including|such as)\b/i;

/**
 * Reads the sections about query parameters: "supports the `$select` and `$expand` OData query parameters", "supports
 * some of the OData query parameters", "does not support the OData query parameters".
 */
export function queryOptionsOf(context: PageContext, operation: Request["operation"]): QueryOptions | undefined {
  const sections = context.page.sections.filter(({ heading, inExample }) => isQueryParameters(heading) && !inExample);
  const own = sections.flatMap(({ paragraphs }) => paragraphs);
  const included = includedPages(context, own).flatMap(({ page }) => page.paragraphs);
  const sentences = [...own, ...included].flatMap(({ text }) => text.split(/(?<=\.)\s+/));
  const allowed = sentences.filter((sentence) => !NONE.test(shownText(context, sentence)));
  const names = [...new Set([...allowed.flatMap(namesIn), ...tabledNames(context, operation)])];
  const others = allowed.some((sentence) => {
    const shown = shownText(context, sentence);
    return WITHOUT_NAMES.test(shown) && (names.length === 0 || MORE.test(shown));
  });
  return names.length > 0 || others || allowed.length < sentences.length ? { names, others } : undefined;
}

/** Names in tables: system options, and custom ones (OData URL Conventions 4.01 §5.2), which on a function are parameters. */
function tabledNames(context: PageContext, operation: Request["operation"]): readonly string[] {
  const tables = context.tables.filter(({ role }) => role === "queryOptions");
  const cells = tables.flatMap(({ table }) => table.rows.map((row) => shownText(context, row.cells[0]?.text ?? "")));
  const own = operation === "Function" ? [] : cells.map((cell) => cell.replace(/^_(.*)_$/, "$1")).filter(isSimpleName);
  return [...cells.flatMap(namesIn), ...own];
}

/** The table with only those rows that are parameters of a function. */
export function parameterRows(table: Table): Table {
  return { ...table, rows: table.rows.filter(({ cells: [name] }) => name?.text.includes("$") === false) };
}

/** The system query options (OData URL Conventions 4.01 §5.1), without `$`. */
const NAMES =
  "apply|compute|count|deltatoken|expand|filter|format|levels|orderby|schemaversion|search|select|skip|skiptoken|top";
const NAME = new RegExp(`\\$(${NAMES})\\b|\`(${NAMES})\``, "gi");

/** The system options in a text; letter case varies, and in backticks the `$` can be missing. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(NAME)].map((match) => `$${(match[1] ?? match[2] ?? "").toLowerCase()}`);
}
