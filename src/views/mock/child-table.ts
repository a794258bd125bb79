/** The children of the container in the table of the mock, and what their annotations deny. */
import type { ContainerChild, EntityContainer, EntitySet, Singleton } from "../../edm/elements.js";
import { capabilitiesOf, defaultLayers, layerOf } from "../../vocabularies/capabilities.js";
import { needsETag } from "../../vocabularies/core.js";
import type { MockChild, MockDenied } from "../../runtime/mock/service.js";

export function mockChildren(container: EntityContainer | undefined): Readonly<Record<string, MockChild>> {
  const children = container?.children ?? [];
  return Object.fromEntries(children.map((child) => [child.name, mockChild(child, container)]));
}

function mockChild(child: ContainerChild, container: EntityContainer | undefined): MockChild {
  if (child.kind === "ActionImport" || child.kind === "FunctionImport") {
    const { entitySet } = child;
    return {
      kind: "import",
      operation: child.kind === "ActionImport" ? child.action : child.function,
      ...(entitySet !== undefined && { set: entitySet }),
    };
  }
  const { navigationPropertyBindings: bindings } = child;
  const denied = deniedBy(child, container);
  return {
    kind: child.kind === "EntitySet" ? "set" : "singleton",
    type: child.kind === "EntitySet" ? child.entityType : child.type,
    ...(bindings.length > 0 && { bindings: Object.fromEntries(bindings.map(({ path, target }) => [path, target])) }),
    ...(needsETag(child) && { etag: true }),
    ...(denied !== undefined && { denied }),
  };
}

function deniedBy(child: EntitySet | Singleton, container: EntityContainer | undefined): MockDenied | undefined {
  const own = layerOf(child);
  const stated = capabilitiesOf([...(own === undefined ? [] : [own]), ...defaultLayers(container)], child);
  const methods = denied({
    GET: stated.readable,
    POST: stated.insertable,
    PATCH: stated.updateMethods.patch,
    DELETE: stated.deletable,
  });
  const options = denied({
    $select: stated.selectable,
    $expand: stated.expandable,
    $filter: stated.filterable,
    $orderby: stated.sortable,
    $top: stated.top,
    $skip: stated.skip,
    $search: stated.searchable,
    $count: stated.countable,
  });
  const lists = { methods, options, filter: stated.nonFilterable, orderby: stated.nonSortable };
  const kept = Object.entries(lists).filter(([, list]) => list.length > 0);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function denied<N extends string>(may: Readonly<Record<N, boolean>>): readonly N[] {
  // The keys of the record.
  return (Object.keys(may) as N[]).filter((name) => !may[name]);
}
