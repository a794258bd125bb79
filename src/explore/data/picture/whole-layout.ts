import type { PictureData } from "../format.js";
import type { Layout } from "./layout.js";
import { LABEL_SIZE, textWidth } from "./text-size.js";

/** The picture of the whole as it is drawn. `textOf` gives the text for the name of a type. */
export function wholeLayout({ width, height, nodes, edges }: PictureData, textOf: (name: string) => string): Layout {
  return {
    x: 0,
    y: 0,
    width,
    height,
    boxes: nodes.map(({ name, ...area }) => ({ ...area, lines: [textOf(name), ...loopsOf(name, edges)], type: name })),
    lines: edges.filter(({ from, to }) => from !== to).map(({ kind, points }) => ({ kind, path: pathOf(points) })),
    labels: edges.flatMap(({ label, at }) => {
      if (label === "" || at === undefined) return [];
      const wide = textWidth(label, LABEL_SIZE);
      return { text: label, x: at[0] - wide / 2, y: at[1] - LABEL_SIZE / 2, width: wide, height: LABEL_SIZE };
    }),
  };
}

/** The relations of a type to itself are lines in its box. */
function loopsOf(name: string, edges: PictureData["edges"]): readonly string[] {
  return edges.filter(({ from, to }) => from === name && to === name).map(({ label }) => `↻ ${label}`);
}

/** A line through points with rounded corners. */
function pathOf(points: readonly (readonly [number, number])[]): string {
  const [start, ...others] = points;
  const last = others.at(-1);
  if (start === undefined || last === undefined) return "";
  const curves = others.slice(0, -1).map(([x, y], at) => {
    const [nextX, nextY] = others[at + 1] ?? last;
    const end = at === others.length - 2 ? [nextX, nextY] : [(x + nextX) / 2, (y + nextY) / 2];
    return `Q${x} ${y} ${end.join(" ")}`;
  });
  return `M${start.join(" ")}${curves.length === 0 ? `L${last.join(" ")}` : curves.join("")}`;
}
