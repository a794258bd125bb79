import type { PictureEdge } from "./picture-edges.js";

/** Types that are related to each other, by way of others, too. */
export interface PicturePart {
  readonly names: readonly string[];
  readonly edges: readonly PictureEdge[];
}

/** Splits a picture into parts without a relation between them, largest first. */
export function partsOf(names: readonly string[], edges: readonly PictureEdge[]): readonly PicturePart[] {
  const groups = new Map(names.map((name) => [name, new Set([name])]));
  for (const { from, to } of edges) {
    const [one, other] = [groups.get(from), groups.get(to)];
    if (one === undefined || other === undefined || one === other) continue;
    for (const name of other) {
      one.add(name);
      groups.set(name, one);
    }
  }
  return [...new Set(groups.values())]
    .map((group) => ({
      names: names.filter((name) => group.has(name)),
      edges: edges.filter(({ from }) => group.has(from)),
    }))
    .toSorted((a, b) => b.names.length - a.names.length);
}
