import { type Content, element } from "../elements/element.js";
import { itemList } from "../elements/list.js";
import type { ModelIndex } from "../model/model-index.js";
import { requestsNear } from "../model/requests.js";
import type { Route } from "../routes/route.js";
import { searchIndex } from "../search/result-list.js";
import { shortName } from "../search/search-index.js";
import { namesLike, search } from "../search/search.js";
import { changesSection } from "./changes.js";
import type { Page } from "./page.js";
import { requestItem } from "./requests/request-links.js";
import { entryParts } from "./search-page.js";

/** So many names that are like the one that was looked for. */
const NEAREST = 8;

/** What stands where a route names nothing: what became of it since another version, and the names that are nearest. */
export function notFound({ page, parts }: Route, index: ModelIndex): Page {
  const wanted = parts.at(-1) ?? "";
  const nearest = page === "req" ? requestsNear(wanted, index).slice(0, NEAREST).map(requestItem) : [];
  const names = nearest.length > 0 ? nearest : namesNear(shortName(wanted), index);
  return {
    title: "Nothing has this name",
    content: [
      element("p", {}, element("code", {}, wanted)),
      changesSection(page === "req" ? parts.join(" ") : (parts[0] ?? ""), index),
      names.length > 0
        ? [element("h2", {}, "Nearest names"), itemList(nearest.length > 0 ? "request-list" : "results", names)]
        : undefined,
    ],
  };
}

function namesNear(name: string, index: ModelIndex): readonly Content[] {
  const all = searchIndex(index);
  const rows = [...namesLike(all, name, NEAREST), ...search(all, name, NEAREST).rows];
  const entries = new Set(rows.flatMap(({ entries: [first] }) => first ?? []));
  return [...entries].slice(0, NEAREST).map(entryParts);
}
