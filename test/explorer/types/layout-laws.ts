import { LABEL_SIZE, NAME_SIZE, PADDING, textWidth } from "../../../src/explore/data/picture/text-size.js";
import type { Area, Layout } from "../../../src/explore/data/picture/layout.js";

/** Pairs of boxes and labels that lie on each other. */
export function overlaps({ boxes, labels }: Layout): readonly string[] {
  const areas = [
    ...boxes.map(({ lines, ...area }) => ({ text: lines.join(" "), area })),
    ...labels.map(({ text, ...area }) => ({ text, area })),
  ];
  return areas.flatMap((one, at) =>
    areas.slice(at + 1).flatMap((other) => (meet(one.area, other.area) ? `${one.text} and ${other.text}` : [])),
  );
}

function meet(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Texts that are wider than their boxes, and areas beyond the picture. */
export function tooLarge({ boxes, labels, ...picture }: Layout): readonly string[] {
  const inBoxes = boxes.flatMap((box) =>
    box.lines.filter((text, at) => textWidth(text, at === 0 ? NAME_SIZE : LABEL_SIZE) + 2 * PADDING > box.width),
  );
  const areas = [...boxes, ...labels];
  const beyond = areas.filter((area) => !isIn(area, picture)).map(({ x, y }) => `${x},${y}`);
  return [...inBoxes, ...beyond];
}

function isIn(area: Area, { x, y, width, height }: Area): boolean {
  return area.x >= x && area.y >= y && area.x + area.width <= x + width && area.y + area.height <= y + height;
}

/** The parts of a picture as lines of text. */
export function layoutText({ x: left, y: top, width, height, boxes, labels, lines }: Layout): string {
  return [
    `${left},${top} ${width} × ${height}`,
    ...boxes.map(
      ({ x, y, width: wide, height: high, lines: texts }) => `${x},${y} ${wide} × ${high} ${texts.join(" / ")}`,
    ),
    ...labels.map(({ x, y, text }) => `${x},${y} ${text}`),
    ...lines.map(({ kind, path }) => `${kind} ${path}`),
  ].join("\n");
}
