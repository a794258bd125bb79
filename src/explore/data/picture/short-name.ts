import type { ModelData } from "../format.js";

/** A qualified name without the namespace that `index.ts` exports flat: `user` of `microsoft.graph.user`. */
export function shortName(name: string, { namespaces }: Pick<ModelData, "namespaces">): string {
  const [flat] = namespaces;
  if (flat === undefined || flat.exportedAs !== undefined || !name.startsWith(`${flat.name}.`)) return name;
  const short = name.slice(flat.name.length + 1);
  return short.includes(".") ? name : short;
}
