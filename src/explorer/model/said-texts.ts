import { counted } from "../elements/counted.js";
import { authorityTitles } from "../../edm/authority.js";
import type { SaidData } from "../../explore/data/format.js";

const titles: Readonly<Record<string, string | undefined>> = authorityTitles;

/** The kind of place in words: `CSDL`, `resource page`. */
export function authorityText({ by }: SaidData): string {
  return titles[by] ?? by;
}

/** `3 sources, 1 differs`. A source counts once, however often it declares the element. */
export function saidText(said: readonly SaidData[]): string {
  const count = new Set(said.map(({ source }) => source)).size;
  const differing = said.filter(({ differs }) => differs !== undefined).length;
  const sources = counted(count, "source");
  return differing === 0 ? sources : `${sources}, ${differing} ${differing === 1 ? "differs" : "differ"}`;
}
