import { element } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import { markedCounter } from "../pages/requests/request-links.js";
import { showHelp } from "../pages/help.js";
import { pages } from "../pages/pages.js";
import { fragmentOf, type Route } from "../routes/route.js";
import type { SearchBox } from "../search/search-box.js";

/** The links at the top, those that the data has. */
const links: readonly (readonly [page: string, text: string, has: (index: ModelIndex) => boolean])[] = [
  ["namespace", "Types", ({ data }) => data.types.length > 0],
  ["requests", "Requests", ({ data }) => data.requests.length > 0],
  ["scopes", "Scopes", ({ data }) => data.requests.some(({ permissions }) => permissions !== null)],
  ["findings", "Findings", ({ data }) => (data.findings ?? []).length > 0],
  ["changes", "Changes", ({ data }) => data.changes !== undefined],
  ["picture", "Picture", ({ data }) => data.picture !== undefined],
  ["marked", "Marked", ({ data }) => data.requests.some(({ permissions }) => permissions !== null)],
];

export function header(index: ModelIndex, box: SearchBox): HTMLElement {
  const shown = links.filter(([page, , has]) => Object.hasOwn(pages, page) && has(index));
  const items = shown.map(([page, text]) =>
    element("li", {}, linkTo({ page, parts: [] }, text, page === "marked" ? markedCounter() : undefined)),
  );
  return element(
    "header",
    {},
    element("a", { href: "#/", class: "title" }, index.data.title),
    box.content,
    element("nav", { "aria-label": "Pages" }, element("ul", {}, items)),
    element("button", { type: "button", class: "keys", "aria-label": "Keyboard and search", onclick: showHelp }, "?"),
  );
}

/** Marks the link of the page that is shown. */
export function markCurrent(head: HTMLElement, { page }: Route): void {
  for (const link of head.querySelectorAll("a")) {
    const isCurrent = link.getAttribute("href") === fragmentOf({ page, parts: [] });
    if (isCurrent) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
