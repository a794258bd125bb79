import type { Content } from "../../elements/element.js";
import { limitedList } from "../../elements/list.js";
import { section, withNumber } from "../../elements/section.js";
import { requestsOf } from "../../model/requests.js";
import { requestItem } from "./request-links.js";

/** So many are shown without being opened. */
const SHOWN = 20;

/** The requests to a type, or that call an operation, by their qualified names; nothing where none is documented. */
export function requestsSection(name: string): Content {
  const requests = requestsOf(name);
  const heading = withNumber("Requests", requests.length);
  return requests.length > 0 && section(heading, "requests", requestList(requests, requestItem));
}

/** Requests, or what is said of them, of which the rest is folded. */
export function requestList<T>(all: readonly T[], itemOf: (item: T) => Content): Content {
  return limitedList("request-list", all, SHOWN, itemOf);
}
