import type { ChangesData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
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

const audiences = [
  ["", "everyone"],
  ["readers", "programs that read"],
  ["writers", "programs that write"],
  ["source", "source that uses generated code"],
] as const;

const verdicts: Readonly<Record<string, string>> = {
  major: "Something that worked does not: a major step.",
  minor: "There is more, and what worked works on: a minor step.",
  patch: "Only documentation and the like changed: a patch.",
  none: "Nothing changed.",
};

/** What changed, breaking first, or what changed of one owner. Undefined without another version. */
export function changesPage(parts: readonly string[]): Page | undefined {
  const { changes } = data;
  const owner = ownerIn(parts);
  if (owner !== "") return ownerPage(owner);
  return changes && { title: "What changed", content: [summary(changes), filteredLists(changes)] };
}

function summary({ against, verdict, changes }: ChangesData): Content {
  const breaking = changes.filter((change) => change.breaking !== undefined).length;
  return element(
    "p.verdict",
    element("strong", verdicts[verdict] ?? verdict),
    ` Since `,
    element("code", against),
    ` there are ${breaking} breaking changes and ${changes.length - breaking} others.`,
  );
}

/** The changes with a choice for whom they are listed, and by the words of their names. */
function filteredLists({ changes }: ChangesData): Content {
  const options = audiences.map(([value, text]) => element("option", { value }, text));
  const audience = element("select", { onchange: show }, options);
  const words = element("input", { type: "search", placeholder: "user removed", oninput: show });
  const form = element(
    "form.filters",
    { onsubmit: (event) => event.preventDefault() },
    element("label", "For ", audience),
    element("label", "Names and codes with ", words),
  );
  const status = element("p", { role: "status" });
  const results = element("div");
  show();
  return [form, status, results];

  function show(): void {
    const { count, breaking, other, added } = listedChanges(changes, audience.value, words.value);
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
