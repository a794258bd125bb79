import type { ContainerChild, EntityContainer } from "../../edm/elements.js";
import { mergeAnnotations } from "./annotations.js";
import type { MergeContext } from "../context.js";

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
  const line = lineOf(first, containers);
  const names = line.map(({ name }) => name);
  const children = line.flatMap((container) =>
    container.children.map((child) => {
      const annotations = mergeAnnotations(container.name, [child], context, child.name);
      const merged = { ...withLocalTargets(child, names), ...annotations };
      context.declare(merged, [child]);
      return merged;
    }),
  );
  // What the extended container says of itself holds where the extending one is silent.
  const merged = { ...first, children, ...mergeAnnotations(names, line, context) };
  context.declare(merged, line);
  return [merged];
}

/** Sets that were in an extended container are now beside the child: a target names no container (CSDL 4.01 §13.4.2, §13.5.3). */
function withLocalTargets(child: ContainerChild, containers: readonly string[]): ContainerChild {
  const local = (target: string) => {
    const container = containers.find((name) => target.startsWith(`${name}/`));
    return container === undefined ? target : target.slice(container.length + 1);
  };
  if ("navigationPropertyBindings" in child) {
    const bindings = child.navigationPropertyBindings.map((one) => ({ ...one, target: local(one.target) }));
    return { ...child, navigationPropertyBindings: bindings };
  }
  return child.entitySet === undefined ? child : { ...child, entitySet: local(child.entitySet) };
}

function lineOf(container: EntityContainer, containers: readonly EntityContainer[]): readonly EntityContainer[] {
  const line = [container];
  for (const { extends: base } of line) {
    const found = containers.find(({ name }) => name === base);
    if (found !== undefined && !line.includes(found)) line.push(found);
  }
  return line;
}
