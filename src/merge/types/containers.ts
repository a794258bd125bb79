import type { ContainerChild, EntityContainer } from "../../edm/elements.js";
import { nearest } from "../../diagnostics/near.js";
import { compareText } from "../../edm/model.js";
import { simpleNameOf } from "../../edm/names.js";
import type { MergeContext } from "../context.js";
import { mergeAnnotations } from "./annotations.js";

/** Merges the entity container of the service with those that it extends (CSDL 4.01 §13.1.1). */
export function mergeContainers(
  containers: readonly EntityContainer[],
  context: MergeContext,
): readonly EntityContainer[] {
  const extended = new Set(containers.flatMap((container) => container.extends ?? []));
  const first = chosenOf(
    containers.filter(({ name }) => !extended.has(name)),
    containers,
    context,
  );
  if (first === undefined) return [];
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

/** The container of the service: the one that the user names, else the one with the most children, else the first by name. */
function chosenOf(
  candidates: readonly EntityContainer[],
  all: readonly EntityContainer[],
  { report, container: wanted, external }: MergeContext,
): EntityContainer | undefined {
  const named = all.find(({ name }) => name === wanted || simpleNameOf(name) === wanted);
  if (wanted !== undefined && named === undefined) {
    const near = nearest(
      wanted,
      all.flatMap(({ name }) => [name, simpleNameOf(name)]),
    );
    const given = { container: wanted, near, containers: all.map(({ name }) => name) };
    report.add("container-not-found", { path: `--container ${wanted}` }, given);
  }
  const [most, ...others] = candidates.toSorted(
    (a, b) => b.children.length - a.children.length || compareText(a.name, b.name),
  );
  if (named === undefined && most !== undefined)
    for (const other of others) {
      const related = [{ place: most.at, message: "the container that stands" }];
      report.add("several-containers", other.at, { stands: most.name, other: other.name }, related);
    }
  const chosen = named ?? most;
  for (const container of candidates) if (container !== chosen) takeAnnotations(container, external);
  return chosen;
}

/** The annotations of a container that is left out are left out too. */
function takeAnnotations({ name, children }: EntityContainer, external: MergeContext["external"]): void {
  external.take(name);
  for (const child of children) external.take(name, child.name);
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
