import type { EntityContainer } from "../edm/elements.js";
import { mergeAnnotations } from "./annotations.js";
import type { MergeContext } from "./context.js";

/** The entity container of the service, with what it takes over from the one that it extends (CSDL 4.01 §13.1.1). */
export function mergeContainers(
  containers: readonly EntityContainer[],
  context: MergeContext,
): readonly EntityContainer[] {
  const extended = new Set(containers.flatMap((container) => container.extends ?? []));
  const [first, ...others] = containers.filter(({ name }) => !extended.has(name));
  if (first === undefined) return [];
  for (const other of others) {
    const related = [{ place: first.at, message: "the other container" }];
    context.report.add("several-containers", other.at, { first: first.name, second: other.name }, related);
  }
  const children = lineOf(first, containers).flatMap((container) =>
    container.children.map((child) => {
      const merged = { ...child, ...mergeAnnotations(`${container.name}/${child.name}`, [child], context) };
      context.declare(merged, [child]);
      return merged;
    }),
  );
  const merged = { ...first, children, ...mergeAnnotations(first.name, [first], context) };
  context.declare(merged, [first]);
  return [merged];
}

function lineOf(container: EntityContainer, containers: readonly EntityContainer[]): readonly EntityContainer[] {
  const line = [container];
  for (const { extends: base } of line) {
    const found = containers.find(({ name }) => name === base);
    if (found !== undefined && !line.includes(found)) line.push(found);
  }
  return line;
}
