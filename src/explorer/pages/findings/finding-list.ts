import type { FindingData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { sourcePlace } from "../../elements/source-place.js";
import { elementRoute } from "../../model/element-names.js";
import type { ModelIndex } from "../../model/model-index.js";

export function findingList(findings: readonly FindingData[], index: ModelIndex): Content {
  return element(
    "ul",
    { class: "finding-list" },
    findings.map((finding) => element("li", {}, content(finding, index))),
  );
}

function content({ cause, element: named, message, suggestion, at = [] }: FindingData, index: ModelIndex): Content {
  const route = elementRoute(named, index);
  return [
    element("strong", {}, route === undefined ? named : linkTo(route, named)),
    `: ${message}`,
    suggestion === undefined ? undefined : [". Meant: ", element("code", {}, suggestion)],
    " ",
    linkTo({ page: "findings", parts: [cause] }, cause),
    at.map(([source, line]) => [" ", sourcePlace(source, line, index)]),
  ];
}
