import { groupBy } from "../../edm/grouping.js";
import type { ChildData, MemberData, ModelData, OperationData, StructuredData } from "../../explore/data/format.js";
import { isStructuredData, type ModelIndex } from "./model-index.js";
import { once } from "./once.js";
import { nameInType } from "./type-names.js";

/** A place that refers to a type, or a child of the container that refers to a type or an operation. */
export type Use =
  | { readonly kind: "Property" | "NavigationProperty"; readonly owner: StructuredData; readonly member: MemberData }
  | { readonly kind: "Parameter"; readonly operation: OperationData; readonly parameter: string }
  | { readonly kind: "Result"; readonly operation: OperationData }
  | { readonly kind: "Child"; readonly child: ChildData };

const usesByName = once(({ data }) => {
  const uses = [...memberUses(data), ...operationUses(data), ...childUses(data)];
  return groupBy(uses, ([name]) => name);
});

/** What refers to an element, in the order of the data. */
export function usesOf(name: string, index: ModelIndex): readonly Use[] {
  return (usesByName(index).get(name) ?? []).map(([, use]) => use);
}

const operationsByBinding = once(({ data }) => groupBy(data.operations, ({ boundTo = "" }) => nameInType(boundTo)));

/** The operations bound to a type or to a collection of it. */
export function boundTo(name: string, index: ModelIndex): readonly OperationData[] {
  return operationsByBinding(index).get(name) ?? [];
}

type NamedUse = readonly [name: string, use: Use];

function memberUses({ types }: ModelData): readonly NamedUse[] {
  return types
    .filter(isStructuredData)
    .flatMap((owner) =>
      owner.members.map((member): NamedUse => [nameInType(member.type ?? ""), { kind: member.kind, owner, member }]),
    );
}

function operationUses({ operations }: ModelData): readonly NamedUse[] {
  return operations.flatMap((operation) => [
    ...operation.parameters.map(({ name, type = "" }): NamedUse => [
      nameInType(type),
      { kind: "Parameter", operation, parameter: name },
    ]),
    [nameInType(operation.returns ?? ""), { kind: "Result", operation }] satisfies NamedUse,
  ]);
}

function childUses({ children }: ModelData): readonly NamedUse[] {
  return children.map((child) => [child.target, { kind: "Child", child }]);
}
