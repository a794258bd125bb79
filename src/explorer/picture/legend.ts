import { element } from "../elements/element.js";

/** What the lines of a picture mean. */
export function legend(): HTMLElement {
  const text = "Thick lines: contained entities. Dashed lines: complex types. Hollow arrows: base types.";
  return element("p", { class: "legend" }, text);
}
