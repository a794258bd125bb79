import { type Content, element } from "../elements/element.js";
import { counted } from "../elements/counted.js";
import { folded } from "../elements/folded.js";
import { findingsAt, findingsOf } from "../model/findings-index.js";
import type { ModelIndex } from "../model/model-index.js";
import { findingList } from "./findings/finding-item.js";

/**
 * What audit finds of a type and its members, of an operation (`ns.op`) or of a request (`GET /users/{id}`): folded, but
 * for the page of a member that has some.
 */
export function findingsSection(elementName: string, index: ModelIndex, member?: string): Content {
  const findings = findingsOf(elementName, index);
  if (findings.length === 0) return undefined;
  const open = member !== undefined && findingsAt(`${elementName}/${member}`, index).length > 0;
  return folded("findings", counted(findings.length, "finding"), () => findingList(findings, index, "at owner"), open);
}

/** For the row of a member (`ns.Type/member`): how many findings name it. */
export function findingsBadge(elementName: string, index: ModelIndex): Content {
  const findings = findingsAt(elementName, index);
  if (findings.length === 0) return undefined;
  const title = findings.map(({ message }) => message).join("\n");
  return element("span", { class: "badge finding", title }, counted(findings.length, "finding"));
}
