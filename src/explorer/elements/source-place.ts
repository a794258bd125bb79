import { data } from "../model/model.js";
import { type Content, element } from "./element.js";
import { publicLink } from "./links.js";

/** `pages/user.md:31` with a link to the published page, where there is one. */
export function sourcePlace(source: number, line: number): Content {
  const { name = "", link } = data.sources?.[source] ?? {};
  const place = element("code.place", { title: name }, `${name.slice(data.texts.folder.length)}:${line}`);
  return link === undefined ? place : [place, " ", publicLink(link, "page")];
}
