import { type Content, element } from "../elements/element.js";
import { limitedList } from "../elements/limited-list.js";
import { findingsAt, findingsOf } from "../model/findings-index.js";
import type { ModelIndex } from "../model/model-index.js";
import { findingItem } from "./findings/finding-item.js";

/** How many are shown without being opened. */
const SHOWN = 3;

/** What audit finds of a type and its members, of an operation (`ns.op`) or of a request (`GET /users/{id}`). */
export function findingsSection(elementName: string, index: ModelIndex): Content {
  const findings = findingsOf(elementName, index);
  if (findings.length === 0) return undefined;
  return element(
    "section",
    { class: "findings" },
    element("h2", {}, `Findings (${findings.length})`),
    limitedList("finding-list", findings, SHOWN, (finding) => findingItem(finding, index, "at owner")),
  );
}

/** For the row of a member (`ns.Type/member`): how many findings name it. */
export function findingsBadge(elementName: string, index: ModelIndex): Content {
  const findings = findingsAt(elementName, index);
  if (findings.length === 0) return undefined;
  const title = findings.map(({ message }) => message).join("\n");
  return element(
    "span",
    { class: "badge finding", title },
    findings.length === 1 ? "1 finding" : `${findings.length} findings`,
  );
}
