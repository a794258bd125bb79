import type { RequestData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { marks, toggleMark } from "../../model/marks.js";
import { keyOfRequest } from "../../model/requests.js";

/** A request in a list: its mark, its link and its title. */
export function requestItem(request: RequestData): Content {
  return [markBox(request), requestLink(request), element("span.quiet", ` ${request.title ?? ""}`)];
}

export function requestLink({ method, path }: RequestData): HTMLElement {
  return linkTo(["req", method, path], inCode(element("b.verb", method), ` ${path}`));
}

/** Marks a request for the least set of scopes. `word` stands beside the box. */
export function markBox(request: RequestData, word = "", changed?: () => void): HTMLElement {
  const key = keyOfRequest(request);
  const onchange = () => {
    toggleMark(key);
    renewCounter();
    changed?.();
  };
  const box = { type: "checkbox", checked: marks.has(key), "aria-label": `Mark ${key}`, onchange };
  return element("label.mark", { title: "Mark it to find the least permissions" }, element("input", box), word);
}

/** Shows how many requests are marked; nothing for none. A service without permissions counts none. */
export function renewCounter(): void {
  const counter = document.querySelector(".marked-count");
  if (counter !== null) counter.textContent = marks.size === 0 ? "" : ` ${marks.size}`;
}
