import type { ChangesData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { changesByOwner } from "../../model/changes-index.js";
import { elementRoute } from "../../model/element-names.js";
import { listedChanges, type WantedChanges } from "./listed-changes.js";
import type { ModelIndex } from "../../model/model-index.js";
import type { Route } from "../../routes/route.js";
import type { Page } from "../page.js";
import { changeList } from "./change-item.js";
import { changesForm } from "./changes-form.js";
import { ownerIn } from "./changes-route.js";
import { changesLists } from "./changes-lists.js";

/** What changed, breaking first, or what changed of one owner. Undefined without another version. */
export function changesPage(route: Route, index: ModelIndex): Page | undefined {
  const { changes } = index.data;
  if (changes === undefined) return undefined;
  const owner = ownerIn(route);
  if (owner !== undefined) return ownerPage(owner, index);
  const results = element("div");
  const status = element("p", { role: "status" });
  const form = changesForm(show);
  show({ audience: "", words: "" });
  return { title: "What changed", content: [summary(changes), form, status, results] };

  function show(wanted: WantedChanges): void {
    const listed = listedChanges(changes?.changes ?? [], wanted);
    status.textContent = `${listed.count} of ${changes?.changes.length ?? 0} changes`;
    results.replaceChildren(element("div", {}, changesLists(listed, index)));
  }
}

const verdicts: Readonly<Record<string, string>> = {
  major: "Something that worked does not: a major step.",
  minor: "There is more, and what worked works on: a minor step.",
  patch: "Only documentation and the like changed: a patch.",
  none: "Nothing changed.",
};

function summary({ against, verdict, changes }: ChangesData): Content {
  const breaking = changes.filter((change) => change.breaking !== undefined).length;
  return element(
    "p",
    { class: "verdict" },
    element("strong", {}, verdicts[verdict] ?? verdict),
    ` Since `,
    element("code", {}, against),
    ` there are ${breaking} breaking changes and ${changes.length - breaking} others.`,
  );
}

function ownerPage(owner: string, index: ModelIndex): Page | undefined {
  const changes = changesByOwner(index).get(owner);
  if (changes === undefined) return undefined;
  const found = elementRoute(owner, index);
  const content = [
    element(
      "p",
      {},
      found === undefined ? "This version does not have it." : linkTo(found, "As it is now"),
      " · ",
      linkTo({ page: "changes", parts: [] }, "All changes"),
    ),
    changeList(changes, 250, index),
  ];
  return { title: `Changes of ${owner}`, content };
}
