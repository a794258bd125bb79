import type { Page } from "../answers/unwrapped.js";
import { pageIn } from "../answers/unwrapped.js";
import type { Place } from "../places.js";
import type { Reads, Verification } from "../verification.js";
import { isAnswered, TOP } from "./read-place.js";

/** Counts a set as part of a page and by itself. The counts agree, and are those of a page that is all of the set. */
export async function* countReads(place: Place, page: Page, verification: Verification): Reads {
  const { name, capabilities } = place;
  const { sender, findings, model } = verification;
  const isOld = model.protocol !== "4.0";
  const option = isOld ? "$inlinecount=allpages" : "$count=true";
  const allowed = capabilities.countable;
  const inPage = await sender.get(`${name}?${option}${capabilities.top ? "&$top=1" : ""}`);
  yield;
  const isCounted = isAnswered(inPage, { subject: name, what: "$count", allowed }, verification);
  const alone = await sender.get(`${name}/$count`, "text/plain, */*;q=0.1");
  yield;
  const isAlone = isAnswered(alone, { subject: name, what: "/$count", allowed }, verification);
  if (!allowed || !isCounted) return;
  const count = countOf(pageIn(inPage.body, model.protocol)?.count);
  if (count === undefined) {
    findings.add("count-wrong", name, "a page with $count has no count", inPage.exchange);
    return;
  }
  const number = isAlone ? countOf(alone.text.trim()) : undefined;
  if (isAlone && number !== count)
    findings.add("count-wrong", name, `/$count is ${shown(number)}, and the count of a page ${count}`, alone.exchange);
  const isAll = page.nextLink == null && page.items.length < (capabilities.top ? TOP : Infinity);
  if (count < page.items.length || (isAll && count !== page.items.length))
    findings.add(
      "count-wrong",
      name,
      `the set has ${page.items.length} entities, and the count ${count}`,
      inPage.exchange,
    );
}

function countOf(value: unknown): number | undefined {
  const text = String(value).replace(/^\uFEFF/, "");
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function shown(count: number | undefined): string {
  return count === undefined ? "no number" : String(count);
}
