import { linkToType } from "../elements/links.js";
import { nameList } from "../elements/list.js";
import { data } from "../model/model.js";
import { draw } from "../picture/draw.js";
import type { Page } from "./page.js";

/** All structured types of a small service in one picture, and the same as a list. */
export function picturePage(): Page | undefined {
  const { picture, drawing, texts } = data;
  if (picture === undefined || drawing === undefined) return undefined;
  const list = nameList(
    "Relations",
    picture.edges,
    ({ from, to, label: text, kind }) => [
      linkToType(from),
      ` ${kind === "base" ? "is based on" : text} → `,
      linkToType(to),
    ],
    0,
  );
  return { title: "All types and their relations", content: [draw(drawing, texts.picture), list] };
}
