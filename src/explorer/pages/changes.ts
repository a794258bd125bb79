import type { Content } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import { type ChangeState, changeStateOf } from "../model/changes-index.js";
import { ownerOf } from "../model/element-names.js";
import type { ModelIndex } from "../model/model-index.js";
import { changesRoute } from "./changes/changes-route.js";

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
