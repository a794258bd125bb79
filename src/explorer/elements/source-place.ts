import type { ModelIndex } from "../model/model-index.js";
import { shortSourceNames } from "../model/source-names.js";
import { type Content, element } from "./element.js";
import { publicLink } from "./links.js";

/** `pages/user.md:31` with a link to the published page, where there is one. */
export function sourcePlace(source: number, line: number, index: ModelIndex): Content {
  const { name = "", link } = index.data.sources?.[source] ?? {};
  const short = shortSourceNames(index)[source] ?? name;
  const place = element("code", { class: "place", title: name }, `${short}:${line}`);
  return link === undefined ? place : [place, " ", publicLink(link, "page")];
}
