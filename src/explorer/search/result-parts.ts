import { counted, numeral } from "../elements/counted.js";
import { element, type Content } from "../elements/element.js";
import { type Entry, kindNames, type Row } from "./entry.js";
import type { Item } from "./items.js";

/** What a row says of an item. The word that was looked for is marked. */
export function itemParts(item: Item, word: string): Content[] {
  if (item.kind === "entry") return entryParts(item.entry, word);
  if (item.kind === "group") return groupParts(item.row, word);
  if (item.kind === "more") return [element("span", { class: "name" }, `and ${numeral(item.count)} more`)];
  return [element("span", { class: "name" }, `All ${counted(item.count, "result")} as a page`)];
}

function entryParts({ kind, name, owner }: Entry, word: string): Content[] {
  return [small("kind", kindNames[kind]), namePart(name, word), small("owner", owner)];
}

/** The same of several of one name. */
export function groupParts({ named: { name }, entries }: Row, word: string): Content[] {
  const [first] = entries;
  const kind = first === undefined ? "" : kindNames[first.kind];
  return [small("kind", kind), namePart(name, word), small("owner", `· ${counted(entries.length, "type")}`)];
}

function small(name: string, text: string): Content {
  return element("span", { class: name }, text);
}

function namePart(name: string, word: string): Content {
  const at = word === "" ? -1 : name.toLowerCase().indexOf(word);
  if (at < 0) return element("span", { class: "name" }, name);
  const end = at + word.length;
  return element(
    "span",
    { class: "name" },
    name.slice(0, at),
    element("mark", {}, name.slice(at, end)),
    name.slice(end),
  );
}
