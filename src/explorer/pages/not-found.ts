import { type Content, element, inCode } from "../elements/element.js";
import { itemList } from "../elements/list.js";
import { requestsNear } from "../model/requests.js";
import { lastName } from "../model/type-names.js";
import type { Route } from "../routes/route.js";
import { namesLike, search } from "../search/search.js";
import { changesSection } from "./changes.js";
import type { Page } from "./page.js";
import { requestItem } from "./requests/request-links.js";
import { entryParts } from "./search-page.js";

/** So many names that are like the one that was looked for. */
const NEAREST = 8;

/** What stands where a route names nothing: what became of it since another version, and the names that are nearest. */
export function notFound([page, ...parts]: Route): Page {
  const wanted = parts.at(-1) ?? "";
  const isRequest = page === "req";
  const requests = isRequest ? requestsNear(wanted).slice(0, NEAREST) : [];
  const list =
    requests.length > 0
      ? itemList("request-list", requests.map(requestItem))
      : itemList("results", namesNear(lastName(wanted)));
  return {
    title: "Nothing has this name",
    content: [
      element("p", inCode(wanted)),
      changesSection(isRequest ? parts.join(" ") : (parts[0] ?? "")),
      list.hasChildNodes() && [element("h2", "Nearest names"), list],
    ],
  };
}

function namesNear(name: string): readonly Content[] {
  const rows = [...namesLike(name, NEAREST), ...search(name, NEAREST).rows];
  const entries = new Set(rows.map(({ entries: [first] }) => first));
  return [...entries].slice(0, NEAREST).map(entryParts);
}
