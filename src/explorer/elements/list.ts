import { numeral } from "../../explore/file/counted.js";
import { type Content, element } from "./element.js";
import { folded } from "./folded.js";
import { withNumber } from "./section.js";

/** So many more items a page can draw at once. */
const STEP = 250;

/** Items one below the other. */
export function itemList(name: string, items: readonly Content[]): HTMLElement {
  return element(
    "ul",
    { class: name },
    items.map((item) => element("li", item)),
  );
}

/** A list of which the first are shown and the others folded, in steps. */
export function limitedList<T>(
  name: string,
  items: readonly T[],
  limit: number,
  makeItem: (item: T) => Content,
): Content {
  const rest = items.slice(limit);
  return [
    itemList(name, items.slice(0, limit).map(makeItem)),
    rest.length > 0 &&
      folded("more", `${numeral(rest.length)} more`, () => limitedList(name, rest, Math.max(limit, STEP), makeItem)),
  ];
}

/** Names below a heading with their number; folded when there are many. */
export function nameList<T>(heading: string, items: readonly T[], makeItem: (item: T) => Content, most = 12): Content {
  const { length } = items;
  if (length === 0) return undefined;
  const title = withNumber(heading, length);
  const names = () => itemList("names", items.map(makeItem));
  return length > most ? folded("long", title, names) : [element("h3", title), names()];
}
