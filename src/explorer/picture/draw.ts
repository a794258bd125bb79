import type { Box, Layout, Side } from "../../explore/data/picture/layout.js";
import { LABEL_SIZE, LINE, NAME_SIZE, PADDING } from "../../explore/data/picture/text-size.js";
import { type Content, element, svgElement } from "../elements/element.js";
import { types } from "../model/types.js";
import { fragmentOf } from "../routes/route.js";

/** Draws a picture, with what its lines mean. Its boxes are links, which lists beside it have again for the keyboard. */
export function draw(
  { x, y, width, height, boxes, lines, labels }: Layout,
  label: string | undefined,
  current?: string,
): Content {
  const size = { width: width + 8, height: height + 8 };
  const viewBox = `${x - 4} ${y - 4} ${size.width} ${size.height}`;
  const picture = svgElement(
    "svg.picture",
    { role: "img", "aria-label": label, viewBox, ...size },
    lines.map(({ kind, path }) =>
      svgElement(`path.line.${kind}`, { d: path, "marker-end": `url(#${kind === "base" ? "hollow" : "arrow"})` }),
    ),
    labels.map((at) => svgElement("text.label", { x: at.x, y: at.y + LABEL_SIZE - 1 }, at.text)),
    boxes.map((box) => drawnBox(box, box.type === current)),
  );
  const legend = "Thick lines: contained entities. Dashed lines: complex types. Hollow arrows: base types.";
  return [element("div.scroll", picture), element("p.legend", legend)];
}

function drawnBox({ lines, type, list, ...area }: Box, isCurrent: boolean): SVGElement {
  const x = area.x + PADDING;
  const kind = types().get(type)?.kind === "ComplexType" ? "complex" : "entity";
  const name = list !== undefined ? "more" : isCurrent ? `${kind}.current` : kind;
  return svgElement(
    `a.box.${name}`,
    { href: fragmentOf(["type", type]), tabindex: -1, onclick: (event) => list !== undefined && openList(event, list) },
    svgElement("title", list === undefined ? type : "Show the list"),
    svgElement("rect", { ...area, rx: 3 }),
    lines.map((text, at) =>
      svgElement(at === 0 ? "text.name" : "text.label", { x, y: area.y + NAME_SIZE + 4 + at * LINE }, text),
    ),
  );
}

function openList(event: Event, name: Side): void {
  event.preventDefault();
  const shown = document.getElementById(`list-${name}`);
  for (const details of shown?.querySelectorAll("details") ?? []) details.open = true;
  shown?.scrollIntoView();
}
