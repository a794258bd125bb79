/**
 * Computes the strongly connected components of a graph (Tarjan's algorithm, without recursion): the component number
 * of each node. `follow` returns the successors of a node. Returns undefined after too many steps.
 */
export function componentsOf(
  starts: Iterable<number>,
  follow: (node: number) => readonly number[],
  steps: number,
): ReadonlyMap<number, number> | undefined {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const component = new Map<number, number>();
  const stack: number[] = [];
  let left = steps;
  for (const start of starts) {
    if (index.has(start)) continue;
    const path: { readonly node: number; readonly next: readonly number[]; at: number }[] = [];
    const enter = (node: number): void => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      stack.push(node);
      path.push({ node, next: follow(node), at: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.next[top.at++];
      if (next !== undefined) {
        if (left-- === 0) return undefined;
        if (!index.has(next)) enter(next);
        else if (!component.has(next)) lower(low, top.node, index.get(next));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(low, above.node, low.get(top.node));
      if (low.get(top.node) === index.get(top.node)) close(top.node, stack, component);
    }
  }
  return component;
}

function lower(low: Map<number, number>, node: number, value: number | undefined): void {
  low.set(node, Math.min(low.get(node) ?? 0, value ?? 0));
}

function close(root: number, stack: number[], component: Map<number, number>): void {
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    component.set(node, root);
    if (node === root) return;
  }
}
