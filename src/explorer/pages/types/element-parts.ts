import type { ElementData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { counted } from "../../elements/counted.js";
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
  const pages = (of.links ?? []).map((address) => element("p", {}, publicLink(address, pageName(address))));
  return [deprecation(of), description(of), pages, annotations(of)];
}

/** The last part of the path of an address: `user` of `https://example.com/resources/user?view=1`. */
export function pageName(address: string): string {
  return /([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1] ?? address;
}

export function badge(text: string): HTMLElement {
  return element("span", { class: "badge" }, text);
}
