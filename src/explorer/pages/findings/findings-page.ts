import type { FindingData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { linkTo } from "../../elements/links.js";
import { findingsByCause } from "../../model/findings-index.js";
import { data } from "../../model/model.js";
import type { Page } from "../page.js";
import { findingList } from "./finding-item.js";

/** All findings by cause, or those of one cause. Undefined where pages are not compared. */
export function findingsPage([cause = ""]: readonly string[]): Page | undefined {
  const { findings, causes, texts } = data;
  const byCause = findingsByCause();
  const found = byCause.get(cause);
  if (found !== undefined) {
    const meaning = element("p", causes?.[cause], " ", linkTo(["findings"], "All causes"));
    return { title: `${cause} (${found.length})`, content: [meaning, findingList(found)] };
  }
  if (findings === undefined || cause !== "") return undefined;
  return { title: "Findings", content: [element("p", texts.findings), [...byCause].map(causeFold)] };
}

function causeFold([cause, found]: readonly [string, readonly FindingData[]]): Content {
  const summary = [
    element("span.count", String(found.length)),
    " ",
    element("span", data.causes?.[cause] ?? cause),
    " ",
    element("code.code", cause),
  ];
  const page = linkTo(["findings", cause], "As a page of its own");
  return folded("cause", summary, () => [element("p", page), findingList(found)]);
}
