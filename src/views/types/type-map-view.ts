/** The file `type-map.ts`: every structured type by its qualified name, apart from `types.ts`, of which few programs need all. */
import type { Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";
import { compareText } from "../../edm/model.js";
import type { BannerView } from "../modules/banner.js";
import { entryImports } from "../modules/imports.js";
import { importPath } from "../modules/paths.js";
import { reachType } from "../modules/scope.js";
import type { ViewContext } from "../view-context.js";

export const TYPE_MAP_FILE = "type-map.ts";

export interface TypeMapView {
  readonly banner: BannerView;
  readonly types: string;
  readonly entries: readonly { readonly name: string; readonly type: Code; readonly broken: boolean }[];
}

export function hasTypeMap({ model }: ViewContext): boolean {
  return model.structuredTypes.length > 0;
}

export function typeMapView(context: ViewContext): TypeMapView {
  const scope = { context, imports: entryImports };
  const names = context.model.structuredTypes.map(({ name }) => name).sort(compareText);
  return {
    banner: context.banner,
    types: importPath(TYPE_MAP_FILE, "types.ts", context.options),
    entries: names.map((name) => {
      const type = reachType(name, scope);
      return { name, type, broken: !fitsLine(`  "${name}": ${type};`) };
    }),
  };
}
