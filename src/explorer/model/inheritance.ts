import type { StructuredData } from "../../explore/data/format.js";
import { basesOf, type ModelIndex } from "./model-index.js";

/** A type with the types derived from it. */
export interface TypeTree {
  readonly type: StructuredData;
  readonly derived: readonly TypeTree[];
}

/** The types above a type, each with the next alone, and all types below it. */
export function inheritanceOf(type: StructuredData, index: ModelIndex): TypeTree {
  return basesOf(type, index).reduce<TypeTree>((tree, base) => ({ type: base, derived: [tree] }), {
    type,
    derived: derivedTrees(type, index),
  });
}

/** How many types a tree has below its root. */
export function descendants({ derived }: TypeTree): number {
  return derived.reduce((sum, tree) => sum + 1 + descendants(tree), 0);
}

function derivedTrees(type: StructuredData, index: ModelIndex, above = new Set<string>()): readonly TypeTree[] {
  const seen = new Set([...above, type.name]);
  return (index.derived.get(type.name) ?? [])
    .filter(({ name }) => !seen.has(name))
    .map((derived) => ({ type: derived, derived: derivedTrees(derived, index, seen) }));
}
