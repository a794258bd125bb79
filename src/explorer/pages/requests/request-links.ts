import type { RequestData } from "../../../explore/data/format.js";
import { element, type Content } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { isMarked, markedCount, toggleMark } from "../../model/marks.js";
import { keyOfRequest } from "../../model/requests.js";
import { requestRoute } from "../../routes/route.js";

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
export function markBox(request: RequestData, named: boolean, changed?: () => void): HTMLElement {
  const key = keyOfRequest(request);
  const box = element("input", {
    type: "checkbox",
    checked: isMarked(key),
    "aria-label": `Mark ${key}`,
    onchange: () => {
      toggleMark(key);
      renewCounters();
      changed?.();
    },
  });
  return element("label", { class: "mark", title: "Mark it to find the least permissions" }, box, named ? " Mark" : "");
}

/** How many requests are marked, kept up to date; empty for none. */
export function markedCounter(): HTMLElement {
  const counter = element("span", { class: "marked-count" });
  renew(counter);
  return counter;
}

export function renewCounters(): void {
  document.querySelectorAll(".marked-count").forEach(renew);
}

function renew(counter: Element): void {
  const count = markedCount();
  counter.textContent = count === 0 ? "" : ` ${count}`;
}
