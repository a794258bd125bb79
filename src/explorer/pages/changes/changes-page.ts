import type { ChangeData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { changesByOwner } from "../../model/changes-index.js";
import type { ModelIndex } from "../../model/model-index.js";
import type { Route } from "../../routes/route.js";
import type { Page } from "../page.js";
import { ownerIn } from "./changes-route.js";

/** What changed, breaking first, or what changed of one owner. Undefined without another version. */
export function changesPage(route: Route, index: ModelIndex): Page | undefined {
  const { changes } = index.data;
  if (changes === undefined) return undefined;
  const owner = ownerIn(route, changesByOwner(index).keys());
  const listed = owner === undefined ? changes.changes : (changesByOwner(index).get(owner) ?? []);
  return { title: owner ?? "What changed", content: element("ul", {}, listed.map(changeItem)) };
}

function changeItem({ message }: ChangeData): Content {
  return element("li", {}, message);
}
