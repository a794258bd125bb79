import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { limitedList } from "../../elements/list.js";
import { linkTo } from "../../elements/links.js";
import { elementRoute } from "../../model/element-names.js";
import type { ListedChanges, OwnerChanges } from "./listed-changes.js";
import type { ModelIndex } from "../../model/model-index.js";
import { withNumber } from "../../elements/section.js";
import { changeList } from "./change-item.js";
import { changesRoute } from "./changes-route.js";

/** How many owners are shown without being opened. */
const SHOWN = 40;

/** Breaking changes with their texts, then other changes folded by owner, then what is new. */
export function changesLists({ breaking, other, added }: ListedChanges, index: ModelIndex): Content {
  return [
    part("Breaking", breaking, ({ owner, changes }) => [
      element("h3", {}, ownerLink(owner, index)),
      changeList(changes, SHOWN, index),
    ]),
    part("Not breaking", other, ({ owner, changes }) =>
      folded("owner", [element("span", { class: "name" }, owner), ` ${changes.length}`], () => [
        element("p", {}, ownerLink(owner, index)),
        changeList(changes, SHOWN, index),
      ]),
    ),
    part("New", added, ({ owner, changes }) => [
      ownerLink(owner, index),
      " ",
      element("small", {}, changes[0]?.after ?? ""),
    ]),
  ];
}

function part(title: string, owners: readonly OwnerChanges[], itemOf: (of: OwnerChanges) => Content): Content {
  if (owners.length === 0) return undefined;
  const count = owners.reduce((sum, { changes }) => sum + changes.length, 0);
  return [element("h2", {}, withNumber(title, count)), limitedList("owner-list", owners, SHOWN, itemOf)];
}

/** To the page of the owner; of one that is gone to its changes. */
function ownerLink(owner: string, index: ModelIndex): Content {
  return linkTo(elementRoute(owner, index) ?? changesRoute(owner), owner);
}
