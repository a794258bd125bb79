import type { ElementData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { publicLink } from "../../elements/links.js";

/** The paragraphs of a description. */
export function description({ description: text = "" }: ElementData): Content {
  return text.split("\n\n").flatMap((paragraph) => (paragraph === "" ? [] : element("p", {}, paragraph)));
}

export function deprecation({ deprecated }: ElementData): Content {
  if (deprecated === undefined) return undefined;
  const { reason, since, removal } = deprecated;
  const dates = [since && `since ${since}`, removal && `to be removed ${removal}`].filter(Boolean).join(", ");
  return element("p", { class: "deprecated" }, ["Deprecated", dates && ` ${dates}`, reason && `: ${reason}`]);
}

export function annotations({ annotations: all = [] }: ElementData): Content {
  if (all.length === 0) return undefined;
  const terms = () =>
    all.map(([term, value]) => [element("dt", {}, term), value === "" ? undefined : element("dd", {}, value)]);
  return folded("annotations", counted(all.length, "annotation"), () => element("dl", {}, terms()));
}

/** What is stated of an element beside its name and type. */
export function statements(of: ElementData): Content {
  const pages = (of.links ?? []).map((address) => element("p", {}, publicLink(address, address)));
  return [deprecation(of), description(of), pages, annotations(of)];
}

export function badge(text: string): HTMLElement {
  return element("span", { class: "badge" }, text);
}

/** `1 annotation`, `2,345 annotations`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;
}

/** A section with its heading. */
export function section(heading: Content, name: string, ...content: readonly Content[]): HTMLElement {
  return element("section", { class: name, id: `list-${name}` }, element("h2", {}, heading), ...content);
}

/** Items in full: folded when there are many. */
export function list(heading: string, items: readonly (() => Content)[], most = 12): Content {
  const all = () =>
    element(
      "ul",
      { class: "names" },
      items.map((item) => element("li", {}, item())),
    );
  if (items.length > most) return folded("long", `${heading} (${items.length.toLocaleString("en-US")})`, all);
  return items.length === 0 ? undefined : [element("h3", {}, heading), all()];
}
