import { numeral } from "../../explore/file/counted.js";
import { type Content, element } from "./element.js";

/** A section with its heading. */
export function section(heading: Content, name: string, ...content: readonly Content[]): HTMLElement {
  return element("section", { class: name, id: `list-${name}` }, element("h2", heading), content);
}

/** A heading with the number of what is below it. */
export function withNumber(heading: string, count: number): Content {
  return [heading, " ", element("small", numeral(count))];
}
