import type { FindingData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { linkTo } from "../../elements/links.js";
import { findingsByCause } from "../../model/findings-index.js";
import type { ModelIndex } from "../../model/model-index.js";
import type { Route } from "../../routes/route.js";
import type { Page } from "../page.js";
import { findingList } from "./finding-item.js";

/** All findings by cause, or those of one cause. Undefined where pages are not compared. */
export function findingsPage({ parts: [cause = ""] }: Route, index: ModelIndex): Page | undefined {
  const { findings } = index.data;
  if (findings === undefined) return undefined;
  if (cause !== "") return causePage(cause, index);
  const byCause = findingsByCause(index);
  const folds = [...byCause].map(([name, found]) => causeFold(name, found, index));
  const summary = `${findings.length} findings of ${byCause.size} causes: where pages and CSDL, or two pages, do not agree.`;
  return { title: "Findings", content: [element("p", {}, summary), folds] };
}

function causePage(cause: string, index: ModelIndex): Page | undefined {
  const found = findingsByCause(index).get(cause);
  if (found === undefined) return undefined;
  const back = linkTo({ page: "findings", parts: [] }, "All causes");
  const meaning = element("p", {}, index.data.causes?.[cause] ?? "", " ", back);
  return { title: `${cause} (${found.length})`, content: [meaning, findingList(found, index, "anywhere")] };
}

function causeFold(cause: string, found: readonly FindingData[], index: ModelIndex): Content {
  const summary = [
    element("span", { class: "count" }, String(found.length)),
    " ",
    element("span", {}, index.data.causes?.[cause] ?? cause),
    " ",
    element("code", { class: "code" }, cause),
  ];
  const page = linkTo({ page: "findings", parts: [cause] }, "As a page of its own");
  return folded("cause", summary, () => [element("p", {}, page), findingList(found, index, "anywhere")]);
}
