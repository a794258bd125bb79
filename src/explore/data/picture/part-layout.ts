import { Graph, layout } from "@dagrejs/dagre";
import type { PictureData } from "../format.js";
import type { PictureEdge } from "./picture-edges.js";
import type { PicturePart } from "./picture-parts.js";
import { BOX, LABEL_SIZE, LINE, NAME_SIZE, PADDING, textWidth } from "./text-size.js";

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is used of the library, whose own declarations do not resolve. It places centers, and points of lines. */
interface PlacedGraph {
  setGraph(options: object): void;
  setNode(name: string, size: object): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  node(name: string): Area;
  edge(from: string, to: string, name: string): PlacedLine;
  graph(): { readonly width?: number; readonly height?: number };
}

interface PlacedLine {
  readonly x?: number;
  readonly y?: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Lays out types that are related to each other, from left to right. A relation of a type to itself has no line. */
export function layoutOf({ names, edges }: PicturePart, textOf: (name: string) => string): PictureData {
  const graph: PlacedGraph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 16, edgesep: 12, ranksep: 28 });
  const [own, others] = [true, false].map((itself) => edges.filter(({ from, to }) => (from === to) === itself));
  for (const name of names) graph.setNode(name, boxSize(name, own ?? [], textOf));
  for (const { from, to, label, kind } of others ?? []) {
    const size = label === "" ? {} : { width: textWidth(label, LABEL_SIZE) + PADDING, height: LABEL_SIZE + 4 };
    graph.setEdge(from, to, { ...size, labelpos: "c" }, kind);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: names.map((name) => ({ name, ...boxAt(graph.node(name)) })),
    edges: edges.map((edge) => (edge.from === edge.to ? { ...edge, points: [] } : placedEdge(edge, graph))),
  };
}

/** A box has a line for its name, and one for each relation to itself. */
function boxSize(name: string, own: readonly PictureEdge[], textOf: (name: string) => string) {
  const loops = own.filter(({ from }) => from === name);
  const widths = loops.map(({ label }) => textWidth(`↻ ${label}`, LABEL_SIZE));
  return {
    width: Math.max(textWidth(textOf(name), NAME_SIZE), ...widths) + 2 * PADDING,
    height: BOX + loops.length * LINE,
  };
}

function boxAt({ x, y, width, height }: Area): Area {
  return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
}

function placedEdge(edge: PictureEdge, graph: PlacedGraph): PictureData["edges"][number] {
  const { points, x, y } = graph.edge(edge.from, edge.to, edge.kind);
  return {
    ...edge,
    points: points.map((point) => [Math.round(point.x), Math.round(point.y)]),
    ...(edge.label !== "" && x !== undefined && y !== undefined && { at: [Math.round(x), Math.round(y)] }),
  };
}
