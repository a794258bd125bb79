import type { ElementData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { counted } from "../../../explore/file/counted.js";
import { folded } from "../../elements/folded.js";
import { publicLink } from "../../elements/links.js";

/** What pages and annotations state of an element or a request. */
type Stated = Pick<ElementData, "description" | "links" | "annotations"> & {
  readonly deprecated?: ElementData["deprecated"] & { readonly description?: string };
};

/** What is stated of an element beside its name and type. */
export function statements(of: Stated): Content {
  const { description = "", links = [], annotations = [] } = of;
  const paragraphs = description.split("\n\n").filter(Boolean);
  const terms = () => annotations.map(([term, value]) => [element("dt", term), value !== "" && element("dd", value)]);
  return [
    deprecation(of),
    paragraphs.map((paragraph) => element("p", paragraph)),
    links.map((address) => element("p", publicLink(address, pageName(address)))),
    annotations.length > 0 &&
      folded("annotations", counted(annotations.length, "annotation"), () => element("dl", terms())),
  ];
}

function deprecation({ deprecated }: Stated): Content {
  if (deprecated === undefined) return undefined;
  const { description, reason = description, since, removal } = deprecated;
  const dates = [since && `since ${since}`, removal && `to be removed ${removal}`].filter(Boolean).join(", ");
  return element("p.deprecated", ["Deprecated", dates && ` ${dates}`, reason && `: ${reason}`]);
}

/** The last part of the path of an address: `user` of `https://example.com/resources/user?view=1`. */
export function pageName(address: string): string {
  return /([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1] ?? address;
}

export function badge(text: string): HTMLElement {
  return element("span.badge", text);
}
