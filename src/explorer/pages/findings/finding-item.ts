import { groupBy } from "../../../edm/grouping.js";
import type { FindingData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { limitedList } from "../../elements/list.js";
import { linkTo } from "../../elements/links.js";
import { sourcePlace } from "../../elements/source-place.js";
import { elementRoute, partOf } from "../../model/element-names.js";

/** How many findings are shown without being opened. */
const SHOWN = 100;

type Where = "anywhere" | "at owner";

/** Findings with their places, by their whole names. */
export function findingList(findings: readonly FindingData[]): Content {
  return limitedList("finding-list", findings, SHOWN, (finding) => findingItem(finding, "anywhere"));
}

/** Findings below their owner. What no page documents is one item of each cause, which opens. */
export function ownFindingList(findings: readonly FindingData[]): Content {
  const alike = groupBy(findings, (finding) => (finding.cause.endsWith("-undocumented") ? finding.cause : finding));
  return limitedList("finding-list", [...alike.values()], SHOWN, ([first, ...others]) => {
    if (others.length === 0) return findingItem(first, "at owner");
    const all = () => findingList([first, ...others]);
    const summary = [`${others.length + 1} × `, first.message, " ", inCode(first.cause)];
    return folded("alike", summary, all);
  });
}

function findingItem(finding: FindingData, where: Where): Content {
  const { cause, element: name, message, suggestion, version, at = [] } = finding;
  const places = at.map(([source, line]) => element("span", sourcePlace(source, line)));
  return [
    nameOf(name, where),
    element("span", message),
    suggestion !== undefined && !message.includes(suggestion) && [" · meant: ", inCode(suggestion)],
    version && ` · page of ${version}`,
    where === "at owner" && [" ", linkTo(["findings", cause], inCode(cause))],
    element("span.places", places),
  ];
}

function nameOf(name: string, where: Where): Content {
  const shown = where === "anywhere" ? name : partOf(name)?.split("/").at(-1);
  const route = elementRoute(name);
  return shown && [element("span.name", route === undefined ? shown : linkTo(route, shown)), " "];
}
