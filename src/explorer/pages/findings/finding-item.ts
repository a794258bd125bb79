import type { FindingData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { limitedList } from "../../elements/list.js";
import { linkTo } from "../../elements/links.js";
import { sourcePlace } from "../../elements/source-place.js";
import { elementRoute, partOf } from "../../model/element-names.js";
import type { ModelIndex } from "../../model/model-index.js";

/** How many findings are shown without being opened. */
const SHOWN = 100;

/** Findings with their places, by their whole names or below their owner. */
export function findingList(findings: readonly FindingData[], index: ModelIndex, where: Where): Content {
  return limitedList("finding-list", findings, SHOWN, (finding) => findingItem(finding, index, where));
}

type Where = "anywhere" | "at owner";

function findingItem(finding: FindingData, index: ModelIndex, where: Where): Content {
  const { cause, element: name, message, suggestion, version, at = [] } = finding;
  return [
    nameOf(name, index, where),
    element("span", {}, message),
    suggestion === undefined || message.includes(suggestion)
      ? undefined
      : [" · meant: ", element("code", {}, suggestion)],
    version === undefined ? undefined : ` · page of ${version}`,
    where === "anywhere" ? undefined : [" ", linkTo({ page: "findings", parts: [cause] }, element("code", {}, cause))],
    element(
      "span",
      { class: "places" },
      at.map(([source, line]) => element("span", {}, sourcePlace(source, line, index))),
    ),
  ];
}

function nameOf(name: string, index: ModelIndex, where: Where): Content {
  const shown = where === "anywhere" ? name : partOf(name)?.split("/").at(-1);
  const route = elementRoute(name, index);
  if (shown === undefined) return undefined;
  return [element("span", { class: "name" }, route === undefined ? shown : linkTo(route, shown)), " "];
}
