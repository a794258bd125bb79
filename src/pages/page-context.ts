import { at, type At, type Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { isSimpleName, type SimpleName } from "../edm/names.js";
import { plainText } from "./inline-text.js";
import type { Page } from "./page.js";
import type { PageTable } from "./tables/table-roles.js";

/** Finds the file that a page includes, by the target as written; undefined when it is not among the inputs. */
export type FindInclude = (target: string, from: Source) => Source | undefined;

/** A page with what is needed to interpret it. */
export interface PageContext {
  readonly source: Source;
  readonly report: Report;
  readonly page: Page;
  /** Every table of the page, in order. */
  readonly tables: readonly PageTable[];
  /** Absent when included files are not available. */
  readonly findInclude?: FindInclude;
  /** The namespace that the page states, if it is a legal one. */
  readonly namespace?: string;
}

/** The text as the rendered page shows it: on one line, without links, emphasis, tags and entities. */
export function shownText({ page }: Pick<PageContext, "page">, text: string): string {
  return page.format === "plain" ? text.replace(/\s+/g, " ").trim() : plainText(text);
}

/** The place of an offset in the page's source, for diagnostics and for elements of the model. */
export function placeOf({ source }: Pick<PageContext, "source">, offset: number): At {
  return at(source, offset);
}

/** The name if it is a simple identifier (CSDL 4.01 §15.2); otherwise reports it and returns undefined. */
export function checkedName(context: PageContext, name: string, offset: number, what: string): SimpleName | undefined {
  if (isSimpleName(name)) return name;
  context.report.add("page-name-illegal", placeOf(context, offset), { what, name });
  return undefined;
}
