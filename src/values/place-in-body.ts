import { parseTree, type Node } from "jsonc-parser";
import { offsetOf, type At, type Source } from "../diagnostics/position.js";
import type { Body } from "../edm/requests.js";

type Path = readonly (string | number)[];

export function placeInBody(body: Body, path: Path, source: Source): At {
  return placesInBody(body, source)(path);
}

/**
 * Tells where the parts of a body stand in its source: a property at its name, an item at its first character. Of a path
 * that leads nowhere, such as that of a missing property, as far as it leads.
 */
export function placesInBody(body: Body, { text }: Source): (path: Path) => At {
  const root = parseTree(text.slice(offsetOf(body.at)), [], { allowTrailingComma: true });
  // In the same source: a position counts characters.
  return (path) => (body.at + offsetIn(root, path)) as At;
}

function offsetIn(root: Node | undefined, path: Path): number {
  let offset = 0;
  for (let [node, depth]: [Node | undefined, number] = [root, 0]; node !== undefined && depth < path.length; depth++) {
    const step: Step | undefined = stepInto(node, path[depth] ?? 0);
    offset = step?.offset ?? offset;
    node = step?.node;
  }
  return offset;
}

interface Step {
  readonly node: Node;
  readonly offset: number;
}

function stepInto({ type, children = [] }: Node, name: string | number): Step | undefined {
  if (type === "array") {
    const item = children[Number(name)];
    return item && { node: item, offset: item.offset };
  }
  // Of two properties of one name the last counts.
  const [key, value] = children.findLast(({ children: pair }) => pair?.[0]?.value === name)?.children ?? [];
  return key === undefined || value === undefined ? undefined : { node: value, offset: key.offset + 1 };
}
