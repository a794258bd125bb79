import { type Content, element, inCode } from "../elements/element.js";
import { section, withNumber } from "../elements/section.js";
import { linkTo } from "../elements/links.js";
import { changesByOwner, changeStateOf } from "../model/changes-index.js";
import { ownerOf } from "../model/element-names.js";
import { comparesVersions } from "../model/compares.js";
import { data } from "../model/model.js";
import { requestKey } from "../model/requests.js";
import { changeList } from "./changes/change-item.js";

/** How many changes are shown without being opened. */
const SHOWN = 3;

/** What happened to an element since the other version, as a link to its changes. */
export function changeBadge(elementName: string): Content {
  if (!comparesVersions) return undefined;
  const found = changeStateOf(elementName);
  if (found === undefined) return undefined;
  const { state, breaking } = found;
  const word = state === "added" ? "new" : breaking && state === "changed" ? "breaking" : state;
  const link = linkTo(["changes", ownerOf(elementName)], word);
  link.className = `badge ${breaking ? "breaking" : state}`;
  return link;
}

/** What changed of a type and its members, of an operation (`ns.op`) or of a request (`GET /users/{id}`). */
export function changesSection(elementName: string): Content {
  if (!comparesVersions) return undefined;
  const changes = changesByOwner().get(requestKey(elementName));
  if (changes === undefined) return undefined;
  return section(
    withNumber("Changes", changes.length),
    "changes",
    element("p.since", "Since ", inCode(data.changes?.against), "."),
    changeList(changes, SHOWN),
  );
}
