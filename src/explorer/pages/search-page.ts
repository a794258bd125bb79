import { element, type Content } from "../elements/element.js";
import { folded } from "../elements/folded.js";
import { itemList, limitedList } from "../elements/list.js";
import { linkTo } from "../elements/links.js";
import { type Entry, kindNames, type Row } from "../search/entry.js";
import { counted } from "../../explore/file/counted.js";
import { search } from "../search/search.js";
import type { Page } from "./page.js";

/** A page has so many rows at once. */
const ROWS = 200;

/** All that the words of the route find. */
export function searchPage(parts: readonly string[]): Page {
  const words = parts.join(" ");
  const { rows, total, alike } = search(words, Infinity);
  return {
    title: `Search: ${words}`,
    content: [
      element("p", counted(total, "result"), alike && ", written alike"),
      limitedList("results", rows, ROWS, rowParts),
    ],
  };
}

/** Entries of a name that stands in hundreds of types are made when they are asked for. */
function rowParts({ named, entries }: Row): Content {
  const [first] = entries;
  if (entries.length === 1) return entryParts(first);
  const summary = [element("strong", named.name), ` · ${counted(entries.length, "type")}`];
  const owners = () =>
    itemList(
      "owners",
      entries.map(({ route, owner }) => linkTo(route, owner)),
    );
  return [kindPart(first), folded("long", summary, owners)];
}

/** A result: its kind, its link and what it belongs to. */
export function entryParts(entry: Entry): Content {
  return [kindPart(entry), linkTo(entry.route, entry.name), " ", element("span.owner", entry.owner)];
}

function kindPart({ kind }: Entry): Content {
  return element("span.kind", kindNames[kind]);
}
