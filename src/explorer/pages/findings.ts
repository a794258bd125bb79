import { type Content, element } from "../elements/element.js";
import { counted } from "../../explore/file/counted.js";
import { folded } from "../elements/folded.js";
import { findingsAt, findingsOf } from "../model/findings-index.js";
import { ownFindingList } from "./findings/finding-item.js";

/**
 * What audit finds of a type and its members, of an operation (`ns.op`) or of a request (`GET /users/{id}`): folded, but
 * for the page of a member that has some.
 */
export function findingsSection(elementName: string, member?: string): Content {
  const findings = findingsOf(elementName);
  const open = member !== undefined && findingsAt(`${elementName}/${member}`).length > 0;
  const list = () => ownFindingList(findings);
  return findings.length > 0 && folded("findings", counted(findings.length, "finding"), list, open);
}

/** For the row of a member (`ns.Type/member`): how many findings name it. */
export function findingsBadge(elementName: string): Content {
  const findings = findingsAt(elementName);
  const title = findings.map(({ message }) => message).join("\n");
  return findings.length > 0 && element("span.badge.finding", { title }, counted(findings.length, "finding"));
}
