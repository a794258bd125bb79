import { element, type Content } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import type { ModelIndex } from "../../model/model-index.js";
import { requestsOf } from "../../model/requests.js";
import { markedLink, requestItem } from "./request-links.js";

/** So many are shown without being opened. */
const SHOWN = 20;

/** The requests to a type, or that call an operation, by their qualified names; undefined where none is documented. */
export function requestsSection(name: string, index: ModelIndex): Content {
  const requests = requestsOf(name, index);
  if (requests.length === 0) return undefined;
  return element(
    "section",
    { class: "requests", id: "list-requests" },
    element("h2", {}, "Requests ", element("small", {}, String(requests.length)), " ", markedLink()),
    longList(requests, requestItem),
  );
}

/** A list of which the rest is folded. */
export function longList<T>(all: readonly T[], itemOf: (item: T) => Content): Content {
  const [first, rest] = [all.slice(0, SHOWN), all.slice(SHOWN)];
  const list = (some: readonly T[]) =>
    element(
      "ul",
      { class: "request-list" },
      some.map((item) => element("li", {}, itemOf(item))),
    );
  return [list(first), rest.length === 0 ? undefined : folded("more", `${rest.length} more`, () => list(rest))];
}
