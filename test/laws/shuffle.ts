import type { XmlNode } from "./xml-tree.js";

/** The same declarations in another order: schemas, their children and references; the order of members is theirs. */
export function shuffled(tree: XmlNode, order: number): XmlNode {
  const random = numbers(order);
  const shuffle = (items: readonly XmlNode[]) =>
    items
      .map((item) => ({ item, weight: random() }))
      .sort((a, b) => a.weight - b.weight)
      .map(({ item }) => item);
  const visit = (node: XmlNode): XmlNode => {
    const children = node.children.map(visit);
    return UNORDERED.has(node.name) ? { ...node, children: shuffle(children) } : { ...node, children };
  };
  return visit(tree);
}

const UNORDERED: ReadonlySet<string> = new Set(["edmx:DataServices", "Schema"]);

/** Numbers that follow from the first (a linear congruential generator): the order is told by one number. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
}
