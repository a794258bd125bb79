import { type Content, element } from "../elements/element.js";
import { limitedList } from "../elements/limited-list.js";
import { linkTo } from "../elements/links.js";
import { changesByOwner, type ChangeState, changeStateOf } from "../model/changes-index.js";
import { ownerOf, requestKey } from "../model/element-names.js";
import type { ModelIndex } from "../model/model-index.js";
import { changeItem } from "./changes/change-item.js";
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
  return element(
    "section",
    { class: "changes" },
    element("h2", {}, `Changes (${changes.length})`),
    element("p", { class: "since" }, "Since ", element("code", {}, index.data.changes?.against ?? ""), "."),
    limitedList("change-list", changes, SHOWN, (change) => changeItem(change, index)),
  );
}
