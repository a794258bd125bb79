import { at, type At, type Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { isSimpleName, type SimpleName } from "../edm/names.js";
import { plainText } from "./inline-text.js";
import type { FindInclude } from "./includes.js";
import type { Page } from "./page.js";
import type { PlacedTable } from "./tables/table-roles.js";

/** What every interpreter of a page works with. */
export interface Reading {
  readonly source: Source;
  readonly report: Report;
  readonly page: Page;
  /** Every table of the page, with its section and role. */
  readonly tables: readonly PlacedTable[];
  /** Absent where only the page itself is given. */
  readonly findInclude?: FindInclude;
  /** Namespace of the page, when it states a legal one. */
  readonly namespace?: string;
}

/** A text of the page as its reader sees it; a rendered page is that already. */
export function shownText({ page }: Pick<Reading, "page">, text: string): string {
  return page.front === "plain" ? text.replace(/\s+/g, " ").trim() : plainText(text);
}

export function placeOf({ source }: Pick<Reading, "source">, offset: number): At {
  return at(source, offset);
}

/** The name, when it is a legal one; names are checked here, where they enter, and nowhere later. */
export function checkedName(reading: Reading, name: string, offset: number, what: string): SimpleName | undefined {
  if (isSimpleName(name)) return name;
  reading.report.add("page-name-illegal", placeOf(reading, offset), { what, name });
  return undefined;
}
