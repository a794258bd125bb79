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

/**
 * The container of the service: the one that the user names, else the default one of OData 2.0 and 3.0, else the one with
 * the most children, else the first by name.
 */
function chosenOf(
  candidates: readonly EntityContainer[],
  all: readonly EntityContainer[],
  { report, container: wanted, external }: MergeContext,
): EntityContainer | undefined {
  const named = all.find(({ name }) => name === wanted || simpleNameOf(name) === wanted);
  if (wanted !== undefined && named === undefined) reportUnknown(wanted, all, report);
  const sorted = candidates.toSorted((a, b) => b.children.length - a.children.length || compareText(a.name, b.name));
  const defaults = sorted.filter(({ isDefault }) => isDefault);
  const [stands] = [...defaults, ...sorted];
  if (named === undefined && stands !== undefined)
    for (const other of sorted.filter((one) => one !== stands)) {
      const related = [{ place: stands.at, message: "the container that stands" }];
      const isOnlyDefault = defaults.length === 1;
      const code = isOnlyDefault ? "container-not-default" : "several-containers";
      report.add(code, other.at, { stands: stands.name, other: other.name }, related);
    }
  const chosen = named ?? stands;
  for (const container of candidates) if (container !== chosen) takeAnnotations(container, external);
  return chosen;
}

function reportUnknown(wanted: string, all: readonly EntityContainer[], report: MergeContext["report"]): void {
  const near = nearest(
    wanted,
    all.flatMap(({ name }) => [name, simpleNameOf(name)]),
  );
  const given = { container: wanted, near, containers: all.map(({ name }) => name) };
  report.add("container-not-found", { path: `--container ${wanted}` }, given);
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
