import type { PageAge } from "../edm/document.js";
import { cloudsInclude } from "./page-facts.js";
import { placeOf, type Reading } from "./reading.js";

/** How new the page is. */
export function ageOf(reading: Reading): PageAge {
  const date = dateOf(reading);
  const generation = generationOf(reading);
  return date === undefined ? { generation } : { date, generation };
}

function generationOf({ page, tables }: Reading): PageAge["generation"] {
  if (page.frontMatter.has("ms.subservice")) return 3;
  if (cloudsInclude(page) !== undefined || tables.some(({ role }) => role === "clouds")) return 2;
  return page.frontMatter.has("ms.localizationpriority") ? 1 : 0;
}

/** `08/01/2024`, month first; an ISO date is taken as it is. */
function dateOf(reading: Reading): string | undefined {
  const said = reading.page.frontMatter.get("ms.date");
  if (said === undefined || said.text === "") return undefined;
  const iso = isoDate(said.text);
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  if (parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso)) return iso;
  reading.report.add("page-date-unreadable", placeOf(reading, said.at), { date: said.text });
  return undefined;
}

function isoDate(text: string): string {
  const [, month = "", day = "", year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
