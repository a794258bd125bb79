import type { RequestData } from "../../../explore/data/format.js";
import { element, type Content } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { isMarked, markedCount, markedRoute, toggleMark } from "../../model/marks.js";
import { keyOfRequest } from "../../model/requests.js";
import { fragmentOf, requestRoute } from "../../routes/route.js";

/** A request in a list: its mark, its link and its title. */
export function requestItem(request: RequestData): Content {
  return [
    markBox(request, false),
    requestLink(request),
    element("span", { class: "quiet" }, ` ${request.title ?? ""}`),
  ];
}

export function requestLink({ method, path }: RequestData): HTMLElement {
  return linkTo(requestRoute(method, path), element("code", {}, element("b", { class: "verb" }, method), ` ${path}`));
}

/** Marks a request for the least set of scopes. `named` tells whether the box has its word beside it. */
export function markBox(request: RequestData, named: boolean, changed: () => void = renewLinks): HTMLElement {
  const key = keyOfRequest(request);
  const box = element("input", {
    type: "checkbox",
    checked: isMarked(key),
    "aria-label": `Mark ${key}`,
    onchange: () => {
      toggleMark(key);
      changed();
    },
  });
  return element("label", { class: "mark", title: "Mark it to find the least permissions" }, box, named ? " Mark" : "");
}

/** The way to the least permissions of what is marked. */
export function markedLink(): HTMLElement {
  const link = element("a", { class: "to-marked" });
  renewLink(link);
  return link;
}

function renewLinks(): void {
  for (const link of document.querySelectorAll("a.to-marked")) renewLink(link);
}

function renewLink(link: Element): void {
  link.setAttribute("href", fragmentOf(markedRoute()));
  const count = markedCount();
  link.textContent = count === 0 ? "" : `Least permissions of ${count} marked`;
}
