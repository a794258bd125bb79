import { LABEL_SIZE, LINE, NAME_SIZE, PADDING } from "../../explore/data/picture/text-size.js";
import { svgElement } from "../elements/element.js";
import type { Box, Layout } from "./layout.js";

/** What a box is and leads to. */
export interface BoxLink {
  readonly href: string;
  /** The whole name. */
  readonly title: string;
  readonly class: string;
  readonly onclick?: (event: Event) => void;
}

/** Draws a picture. Its boxes are links, which lists beside it have again for the keyboard. */
export function draw(layout: Layout, label: string, linkOf: (box: Box) => BoxLink): SVGElement {
  const { width, height, boxes, lines, labels } = layout;
  return svgElement(
    "svg",
    {
      role: "img",
      "aria-label": label,
      class: "picture",
      viewBox: `-4 -4 ${width + 8} ${height + 8}`,
      width: `${width + 8}`,
      height: `${height + 8}`,
    },
    svgElement("defs", {}, ["arrow", "hollow"].map(marker)),
    lines.map(({ kind, path }) =>
      svgElement("path", {
        class: `line ${kind}`,
        d: path,
        "marker-end": `url(#${kind === "base" ? "hollow" : "arrow"})`,
      }),
    ),
    labels.map(({ text, x, y }) => svgElement("text", { class: "label", x: `${x}`, y: `${y + LABEL_SIZE - 1}` }, text)),
    boxes.map((box) => drawnBox(box, linkOf(box))),
  );
}

function marker(id: string): SVGElement {
  const size = { markerWidth: "9", markerHeight: "9", markerUnits: "userSpaceOnUse", orient: "auto" };
  const shape = svgElement("path", { d: "M0 1L8 4.5L0 8Z" });
  return svgElement("marker", { id, viewBox: "0 0 9 9", refX: "8", refY: "4.5", ...size }, shape);
}

function drawnBox({ x, y, width, height, lines }: Box, { href, title, class: name, onclick }: BoxLink): SVGElement {
  const texts = lines.map((text, at) =>
    svgElement(
      "text",
      { x: `${x + PADDING}`, y: `${y + NAME_SIZE + 4 + at * LINE}`, class: at === 0 ? "name" : "label" },
      text,
    ),
  );
  const rect = svgElement("rect", { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}`, rx: "3" });
  return svgElement(
    "a",
    { href, class: `box ${name}`, tabindex: "-1", onclick },
    svgElement("title", {}, title),
    rect,
    texts,
  );
}
