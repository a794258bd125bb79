import type { NamespaceData } from "../data/format.js";

/** The namespace of a qualified name: the longest one that it begins with. */
export function namespaceAmong(namespaces: readonly NamespaceData[], qualified: string): string | undefined {
  const names = namespaces.map(({ name }) => name).filter((name) => qualified.startsWith(`${name}.`));
  return names.sort((a, b) => b.length - a.length)[0];
}
