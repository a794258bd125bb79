import { type Content, element } from "./element.js";
import { folded } from "./folded.js";

/** A list of which the first are shown and the others folded, in steps that a page can draw at once. */
export function limitedList<T>(
  name: string,
  items: readonly T[],
  limit: number,
  makeItem: (item: T) => Content,
): Content {
  const rest = items.slice(limit);
  return [
    element(
      "ul",
      { class: name },
      items.slice(0, limit).map((item) => element("li", {}, makeItem(item))),
    ),
    rest.length === 0
      ? undefined
      : folded("more", `${rest.length} more`, () => limitedList(name, rest, Math.max(limit, STEP), makeItem)),
  ];
}

const STEP = 250;
