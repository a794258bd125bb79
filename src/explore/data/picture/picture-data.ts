import type { ModelData, PictureData, StructuredData, TypeData } from "../format.js";
import { layoutOf } from "./part-layout.js";
import { edgesBetween } from "./picture-edges.js";
import { partsOf } from "./picture-parts.js";
import { shortName } from "./short-name.js";

/** How wide parts are set beside each other, and how far apart. */
const WIDTH = 1100;
const GAP = 24;

/** Lays out all structured types in one picture: what is related together, largest part first. */
export function pictureData(data: Pick<ModelData, "types" | "namespaces">): PictureData {
  const types = data.types.filter(isStructured);
  const names = types.map(({ name }) => name);
  const textOf = (name: string) => shortName(name, data);
  return shelved(partsOf(names, edgesBetween(types)).map((part) => layoutOf(part, textOf)));
}

function isStructured(type: TypeData): type is StructuredData {
  return type.kind === "EntityType" || type.kind === "ComplexType";
}

/** Sets parts beside each other in rows. */
function shelved(parts: readonly PictureData[]): PictureData {
  let [x, y, row] = [0, 0, 0];
  const placed = parts.map((part) => {
    if (x > 0 && x + part.width > WIDTH) [x, y, row] = [0, y + row + GAP, 0];
    const moved = movedBy(part, x, y);
    x += part.width + GAP;
    row = Math.max(row, part.height);
    return moved;
  });
  const nodes = placed.flatMap((part) => part.nodes);
  return {
    width: Math.max(0, ...nodes.map((node) => node.x + node.width), ...placed.map(({ width }) => width)),
    height: y + row,
    nodes,
    edges: placed.flatMap(({ edges }) => edges),
  };
}

function movedBy({ width, height, nodes, edges }: PictureData, x: number, y: number): PictureData {
  return {
    width: width + x,
    height: height + y,
    nodes: nodes.map((node) => ({ ...node, x: node.x + x, y: node.y + y })),
    edges: edges.map(({ points, at, ...edge }) => ({
      ...edge,
      points: points.map(([left, top]) => [left + x, top + y]),
      ...(at !== undefined && { at: [at[0] + x, at[1] + y] }),
    })),
  };
}
