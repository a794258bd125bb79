import type { ChangesData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { frameElement } from "../../elements/frame-element.js";
import { folded } from "../../elements/folded.js";
import { limitedList } from "../../elements/list.js";
import { linkTo } from "../../elements/links.js";
import { withNumber } from "../../elements/section.js";
import { changesByOwner } from "../../model/changes-index.js";
import { elementRoute } from "../../model/element-names.js";
import { data } from "../../model/model.js";
import type { Page } from "../page.js";
import { changeList } from "./change-item.js";
import { listedChanges, ownerIn, type OwnerChanges } from "./listed-changes.js";

/** How many owners are shown without being opened, and how many of their changes. */
const SHOWN = 40;
/** The same on the page of an owner. */
const SHOWN_OF_OWNER = 250;

/** What changed, breaking first, or what changed of one owner. Undefined without another version. */
export function changesPage(parts: readonly string[]): Page | undefined {
  const { changes } = data;
  const owner = ownerIn(parts);
  if (owner !== "") return ownerPage(owner);
  return changes && { title: "What changed", content: [summary(changes), filteredLists(changes)] };
}

function summary({ against }: ChangesData): Content {
  const { verdict, counts } = data.texts.changes ?? {};
  return element("p.verdict", element("strong", verdict), " Since ", inCode(against), ` ${counts}`);
}

/** The changes with a choice for whom they are listed, and by the words of their names. */
function filteredLists({ changes }: ChangesData): Content {
  const fields = frameElement<HTMLTemplateElement>("#filters").content;
  const form = element("form.filters", { oninput: show, onsubmit: (event) => event.preventDefault() });
  form.append(fields.cloneNode(true));
  const status = element("p", { role: "status" });
  const results = element("div");
  show();
  return [form, status, results];

  function show(): void {
    const wanted = new FormData(form);
    const { count, breaking, other, added } = listedChanges(
      changes,
      `${wanted.get("audience")}`,
      `${wanted.get("words")}`,
    );
    status.textContent = `${count} of ${changes.length} changes`;
    const lists = [
      part("Breaking", breaking, shown),
      part("Not breaking", other, foldedChanges),
      part("New", added, name),
    ];
    results.replaceChildren(element("div", lists));
  }
}

function part(title: string, owners: readonly OwnerChanges[], itemOf: (of: OwnerChanges) => Content): Content {
  const count = owners.flatMap(({ changes }) => changes).length;
  return count > 0 && [element("h2", withNumber(title, count)), limitedList("owner-list", owners, SHOWN, itemOf)];
}

function shown({ owner, changes }: OwnerChanges): Content {
  return [element("h3", ownerLink(owner)), changeList(changes, SHOWN)];
}

function foldedChanges({ owner, changes }: OwnerChanges): Content {
  const content = () => [element("p", ownerLink(owner)), changeList(changes, SHOWN)];
  return folded("owner", [element("span.name", owner), ` ${changes.length}`], content);
}

function name({ owner, changes: [first] }: OwnerChanges): Content {
  return [ownerLink(owner), " ", element("small", first?.after)];
}

/** To the page of the owner; of one that is gone to its changes. */
function ownerLink(owner: string): Content {
  return linkTo(elementRoute(owner) ?? ["changes", owner], owner);
}

function ownerPage(owner: string): Page | undefined {
  const changes = changesByOwner().get(owner);
  const route = elementRoute(owner);
  return (
    changes && {
      title: `Changes of ${owner}`,
      content: [
        element(
          "p",
          route === undefined ? "This version does not have it." : linkTo(route, "As it is now"),
          " · ",
          linkTo(["changes"], "All changes"),
        ),
        changeList(changes, SHOWN_OF_OWNER),
      ],
    }
  );
}
