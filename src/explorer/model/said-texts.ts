import type { SaidData } from "../../explore/data/format.js";
import { counted } from "../../explore/file/counted.js";

/** `3 sources, 1 differs`. A source counts once, however often it declares the element. */
export function saidText(said: readonly SaidData[]): string {
  const sources = counted(new Set(said.map(({ source }) => source)).size, "source");
  const differing = said.filter(({ differs }) => differs !== undefined).length;
  return differing === 0 ? sources : `${sources}, ${differing} ${differing === 1 ? "differs" : "differ"}`;
}
