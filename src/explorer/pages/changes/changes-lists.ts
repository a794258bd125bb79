import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { limitedList } from "../../elements/limited-list.js";
import { linkTo } from "../../elements/links.js";
import { elementRoute } from "../../model/element-names.js";
import type { ListedChanges, OwnerChanges } from "./listed-changes.js";
import type { ModelIndex } from "../../model/model-index.js";
import { changeItem } from "./change-item.js";
import { changesRoute } from "./changes-route.js";

/** How many owners are shown without being opened. */
const SHOWN = 40;

/** Breaking changes with their texts, then other changes folded by owner, then what is new. */
export function changesLists({ breaking, other, added }: ListedChanges, index: ModelIndex): Content {
  return [
    section("Breaking", breaking, () =>
      limitedList("owner-list", breaking, SHOWN, ({ owner, changes }) => [
        element("h3", {}, ownerLink(owner, index)),
        limitedList("change-list", changes, SHOWN, (change) => changeItem(change, index)),
      ]),
    ),
    section("Not breaking", other, () =>
      limitedList("owner-list folds", other, SHOWN, ({ owner, changes }) =>
        folded("owner", [element("span", { class: "name" }, owner), ` ${changes.length}`], () => [
          element("p", {}, ownerLink(owner, index)),
          limitedList("change-list", changes, SHOWN, (change) => changeItem(change, index)),
        ]),
      ),
    ),
    section("New", added, () =>
      limitedList("names", added, SHOWN, ({ owner, changes }) => [
        ownerLink(owner, index),
        " ",
        element("small", {}, changes[0]?.after ?? ""),
      ]),
    ),
  ];
}

function section(title: string, owners: readonly OwnerChanges[], makeContent: () => Content): Content {
  if (owners.length === 0) return undefined;
  const count = owners.reduce((sum, { changes }) => sum + changes.length, 0);
  return element("section", { class: "changes" }, element("h2", {}, `${title} (${count})`), makeContent());
}

/** To the page of the owner; of one that is gone to its changes. */
function ownerLink(owner: string, index: ModelIndex): Content {
  return linkTo(elementRoute(owner, index) ?? changesRoute(owner), owner);
}
