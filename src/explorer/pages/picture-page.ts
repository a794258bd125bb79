import { shortName } from "../../explore/data/picture/short-name.js";
import { type Content, element } from "../elements/element.js";
import { linkTo } from "../elements/links.js";
import type { ModelIndex } from "../model/model-index.js";
import { draw } from "../picture/draw.js";
import { legend } from "../picture/legend.js";
import { typeBoxLink } from "../picture/box-link.js";
import { wholeLayout } from "../picture/whole-layout.js";
import type { Route } from "../routes/route.js";
import { typeRoute } from "../routes/route.js";
import type { Page } from "./page.js";
import { nameList } from "../elements/list.js";

/** All structured types of a small service in one picture, and the same as a list. */
export function picturePage(_: Route, index: ModelIndex): Page | undefined {
  const { picture } = index.data;
  if (picture === undefined) return undefined;
  const short = (name: string) => shortName(name, index.data);
  const label = `${picture.nodes.length} types and ${picture.edges.length} relations. The list on this page says the same.`;
  const drawn = draw(wholeLayout(picture, short), label, ({ type = "" }) => typeBoxLink(type, index));
  const items = picture.edges.map(({ from, to, label: text, kind }) => (): Content => {
    const name = kind === "base" ? "is based on" : text;
    return [linkTo(typeRoute(from), short(from)), ` ${name} → `, linkTo(typeRoute(to), short(to))];
  });
  return {
    title: "All types and their relations",
    content: [element("div", { class: "scroll" }, drawn), legend(), nameList("Relations", items, 0)],
  };
}
