import { type Content, element } from "../elements/element.js";
import { section, withNumber } from "../elements/section.js";
import { linkTo } from "../elements/links.js";
import { changesByOwner, type ChangeState, changeStateOf } from "../model/changes-index.js";
import { ownerOf } from "../model/element-names.js";
import { requestKey } from "../model/requests.js";
import type { ModelIndex } from "../model/model-index.js";
import { changeList } from "./changes/change-item.js";
import { changesRoute } from "./changes/changes-route.js";

/** How many changes are shown without being opened. */
const SHOWN = 3;

const words: Readonly<Record<ChangeState["state"], string>> = { added: "new", removed: "removed", changed: "changed" };

/** What happened to an element since the other version, as a link to its changes. */
export function changeBadge(elementName: string, index: ModelIndex): Content {
  const found = changeStateOf(elementName, index);
  if (found === undefined) return undefined;
  const { state, breaking } = found;
  const link = linkTo(changesRoute(ownerOf(elementName)), breaking && state === "changed" ? "breaking" : words[state]);
  link.className = `badge ${breaking ? "breaking" : state}`;
  return link;
}

/** What changed of a type and its members, of an operation (`ns.op`) or of a request (`GET /users/{id}`). */
export function changesSection(elementName: string, index: ModelIndex): Content {
  const changes = changesByOwner(index).get(requestKey(elementName));
  if (changes === undefined) return undefined;
  return section(
    withNumber("Changes", changes.length),
    "changes",
    element("p", { class: "since" }, "Since ", element("code", {}, index.data.changes?.against ?? ""), "."),
    changeList(changes, SHOWN, index),
  );
}
