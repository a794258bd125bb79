import { element, type Content } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import type { Route } from "../routes/route.js";
import { type Entry, kindNames, type Row } from "../search/entry.js";
import { counted } from "../search/items.js";
import { searchIndex } from "../search/result-list.js";
import { search } from "../search/search.js";
import type { Page } from "./page.js";

/** A page has so many rows at once. */
const ROWS = 200;

/** All that the words of the route find. */
export function searchPage({ parts }: Route, index: ModelIndex): Page {
  const words = parts.join(" ");
  const { rows, total, alike } = search(searchIndex(index), words, Number.MAX_SAFE_INTEGER);
  const list = element("ul", { class: "results" }, rows.slice(0, ROWS).map(rowOf));
  return {
    title: `Search: ${words}`,
    content: [
      element("p", {}, `${counted(total, "result")}${alike ? ", written alike" : ""}`),
      list,
      rows.length > ROWS ? moreButton(list, rows.slice(ROWS)) : undefined,
    ],
  };
}

function moreButton(list: HTMLElement, rows: readonly Row[]): HTMLElement {
  const button = element("button", { type: "button" }, `Show ${rows.length.toLocaleString("en")} more`);
  button.addEventListener("click", () => {
    list.append(...rows.map(rowOf));
    button.remove();
  });
  return button;
}

function rowOf({ named, entries }: Row): HTMLElement {
  const [first, second] = entries;
  if (first !== undefined && second === undefined) return element("li", {}, entryParts(first, first.name));
  const summary = element("summary", {}, element("strong", {}, named.name), ` · ${counted(entries.length, "type")}`);
  const details = element("details", {}, summary);
  details.addEventListener("toggle", () => fillOnce(details, entries), { once: true });
  return element("li", {}, kindPart(first), details);
}

/** Entries of a name that stands in hundreds of types are made when they are asked for. */
function fillOnce(details: HTMLElement, entries: readonly Entry[]): void {
  const items = entries.map((entry) => element("li", {}, linkTo(entry.route, entry.owner)));
  details.append(element("ul", {}, items));
}

function entryParts(entry: Entry, name: string): Content[] {
  return [kindPart(entry), linkTo(entry.route, name), " ", element("span", { class: "owner" }, entry.owner)];
}

function kindPart(entry: Entry | undefined): Content {
  return element("span", { class: "kind" }, entry === undefined ? "" : kindNames[entry.kind]);
}
