import type { ContainerChild, EntityContainer } from "../../edm/elements.js";
import type { MergeContext } from "../context.js";
import { mergeAnnotations } from "./annotations.js";

/** Merges the entity container of the service with those that it extends (CSDL 4.01 §13.1.1). */
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
  const chain = chainOf(first, containers);
  const names = chain.map(({ name }) => name);
  const children = chain.flatMap((container) =>
    container.children.map((child) => {
      const annotations = mergeAnnotations(container.name, [child], context, child.name);
      const merged = { ...withLocalTargets(child, names), ...annotations };
      context.declarations.set(merged, [child]);
      return merged;
    }),
  );
  const merged = { ...first, children, ...mergeAnnotations(names, chain, context) };
  context.declarations.set(merged, chain);
  return [merged];
}

/** Removes the name of the container from targets: what an extended container has is now beside the child (CSDL 4.01 §13.4.2, §13.5.3). */
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

/** The container and those that it extends, nearest first. */
function chainOf(container: EntityContainer, containers: readonly EntityContainer[]): readonly EntityContainer[] {
  const chain = [container];
  for (const { extends: base } of chain) {
    const found = containers.find(({ name }) => name === base);
    if (found !== undefined && !chain.includes(found)) chain.push(found);
  }
  return chain;
}
