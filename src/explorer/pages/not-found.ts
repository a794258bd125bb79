import { element } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import type { Route } from "../routes/route.js";
import { searchIndex } from "../search/result-list.js";
import { shortName } from "../search/search-index.js";
import { namesLike, search } from "../search/search.js";
import { changesSection } from "./changes.js";
import type { Page } from "./page.js";

/** So many names that are like the one that was looked for. */
const NEAREST = 8;

/** What stands where a route names nothing: what became of it since another version, and the names that are nearest. */
export function notFound({ page, parts }: Route, index: ModelIndex): Page {
  const wanted = parts.at(-1) ?? "";
  const all = searchIndex(index);
  const name = shortName(wanted);
  const rows = [...namesLike(all, name, NEAREST), ...search(all, name, NEAREST).rows];
  const entries = [...new Set(rows.flatMap(({ entries: [first] }) => first ?? []))].slice(0, NEAREST);
  const links = entries.map(({ name, owner, route }) =>
    element("li", {}, linkTo(route, name), " ", element("span", { class: "owner" }, owner)),
  );
  const nearest = [element("h2", {}, "Nearest names"), element("ul", {}, links)];
  return {
    title: "Nothing has this name",
    content: [
      element("p", {}, element("code", {}, wanted)),
      changesSection(page === "req" ? parts.join(" ") : (parts[0] ?? ""), index),
      links.length > 0 ? nearest : undefined,
    ],
  };
}
