import type { FindingData } from "../../explore/data/format.js";
import { type Content, element } from "../elements/element.js";
import { folded } from "../elements/folded.js";
import { findingsAt, findingsOf } from "../model/findings-index.js";
import type { ModelIndex } from "../model/model-index.js";
import { findingList } from "./findings/finding-list.js";

/** How many are shown without being opened. */
const SHOWN = 5;

/** What audit finds of a type and its members, of an operation (`ns.op`) or of a request (`GET /users/{id}`). */
export function findingsSection(elementName: string, index: ModelIndex): Content {
  const findings = findingsOf(elementName, index);
  if (findings.length === 0) return undefined;
  const rest = findings.slice(SHOWN);
  return element(
    "section",
    { class: "findings", id: "findings" },
    element("h2", {}, `Findings (${findings.length})`),
    findingList(findings.slice(0, SHOWN), index),
    rest.length === 0 ? undefined : folded("more", `${rest.length} more`, () => findingList(rest, index)),
  );
}

/** For the row of a member (`ns.Type/member`): how many findings name it. */
export function findingsBadge(elementName: string, index: ModelIndex): Content {
  const findings = findingsAt(elementName, index);
  if (findings.length === 0) return undefined;
  const title = findings.map(({ message }) => message).join("\n");
  return element("span", { class: "badge finding", title }, countText(findings));
}

function countText({ length }: readonly FindingData[]): string {
  return length === 1 ? "1 finding" : `${length} findings`;
}
