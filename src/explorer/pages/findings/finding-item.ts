import type { FindingData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { sourcePlace } from "../../elements/source-place.js";
import { elementRoute, partOf } from "../../model/element-names.js";
import type { ModelIndex } from "../../model/model-index.js";

/** A finding with its places, by its whole name or below its owner. */
export function findingItem(finding: FindingData, index: ModelIndex, where: "anywhere" | "at owner"): Content {
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

function nameOf(name: string, index: ModelIndex, where: "anywhere" | "at owner"): Content {
  const shown = where === "anywhere" ? name : partOf(name)?.split("/").at(-1);
  const route = elementRoute(name, index);
  if (shown === undefined) return undefined;
  return [element("span", { class: "name" }, route === undefined ? shown : linkTo(route, shown)), " "];
}
