import type { PageAge } from "../edm/document.js";
import { cloudsInclude } from "./api/clouds.js";
import { placeOf, type PageContext } from "./page-context.js";

/** How recent a page is: by its date and by the generation of its markup. Recent pages win over older ones. */
export function ageOf(context: PageContext): PageAge {
  const date = dateOf(context);
  const generation = generationOf(context);
  return date === undefined ? { generation } : { date, generation };
}

function generationOf({ page, tables }: PageContext): PageAge["generation"] {
  if (page.frontMatter.has("ms.subservice")) return 3;
  if (cloudsInclude(page) !== undefined || tables.some(({ role }) => role === "clouds")) return 2;
  return page.frontMatter.has("ms.localizationpriority") ? 1 : 0;
}

/** `ms.date` as an ISO date; written as MM/DD/YYYY or as an ISO date. */
function dateOf(context: PageContext): string | undefined {
  const written = context.page.frontMatter.get("ms.date");
  if (written === undefined || written.text === "") return undefined;
  const iso = isoDate(written.text);
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  if (parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso)) return iso;
  context.report.add("page-date-unreadable", placeOf(context, written.at), { date: written.text });
  return undefined;
}

function isoDate(text: string): string {
  const [, month = "", day = "", year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
