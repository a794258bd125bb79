import { type Content, element } from "./element.js";
import { publicLink } from "./links.js";
import type { ModelIndex } from "../model/model-index.js";

/** `pages/user.md:31` with a link to the published page, where there is one. */
export function sourcePlace(source: number, line: number, { data }: ModelIndex): Content {
  const { name = "", link } = data.sources?.[source] ?? {};
  const place = element("code", { class: "place" }, `${name}:${line}`);
  return link === undefined ? place : [place, " ", publicLink(link, "page")];
}
