import { type Content, element } from "./element.js";

/** A part that opens. Its content is made when it is opened first: a page has hundreds of them. */
export function folded(name: string, summary: Content, makeContent: () => Content, open = false): HTMLElement {
  const details = element("details", { class: name, ontoggle: fill, open }, element("summary", summary));
  fill();
  return details;
  function fill(): void {
    if (details.open && details.childElementCount === 1) details.append(element("div", makeContent()));
  }
}
