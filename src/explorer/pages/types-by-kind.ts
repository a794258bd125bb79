import { groupBy } from "../../edm/grouping.js";
import type { ModelData, OperationData, TypeData } from "../../explore/data/format.js";

/** What a namespace has, by kind. */
export interface NamespaceContents {
  readonly name: string;
  readonly exportedAs?: string | undefined;
  /** In the order of `typeKinds`. */
  readonly types: ReadonlyMap<TypeData["kind"], readonly TypeData[]>;
  /** One for each name, whatever its overloads are. */
  readonly operations: readonly OperationData[];
}

export const typeKinds: readonly (readonly [kind: TypeData["kind"], plural: string])[] = [
  ["EntityType", "Entity types"],
  ["ComplexType", "Complex types"],
  ["EnumType", "Enum types"],
  ["TypeDefinition", "Type definitions"],
];

/** The namespaces with what they have; the longest name that an element begins with is its namespace. */
export function namespaceContents({ namespaces, types, operations }: ModelData): NamespaceContents[] {
  const names = namespaces.map(({ name }) => name).sort((a, b) => b.length - a.length);
  const namespaceOf = ({ name }: { readonly name: string }) => names.find((one) => name.startsWith(`${one}.`)) ?? "";
  const typesOf = groupBy(types, namespaceOf);
  const firsts = [...groupBy(operations, ({ name }) => name).values()].map(([first]) => first);
  const operationsOf = groupBy(firsts, namespaceOf);
  return namespaces.map(({ name, exportedAs }) => ({
    name,
    exportedAs,
    types: groupBy(typesOf.get(name) ?? [], ({ kind }) => kind),
    operations: operationsOf.get(name) ?? [],
  }));
}

export function typeCount({ types }: NamespaceContents): number {
  return [...types.values()].reduce((sum, { length }) => sum + length, 0);
}
