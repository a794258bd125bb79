import { nearest } from "../../diagnostics/near.js";
import type { Report } from "../../diagnostics/report.js";
import type { Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edm, edmTypeOf, primitiveTypes } from "../../edm/primitive-types.js";
import type { ViewOptions } from "../options.js";
import { mappableAs } from "./mapped-types.js";

/** Reports mappings of what is no primitive type and no type definition. */
export function checkTypeMapping(
  model: Model,
  { typeMapping = {} }: Pick<ViewOptions, "typeMapping">,
  report: Report,
): void {
  const definitions = model.elements.filter(({ kind }) => kind === "TypeDefinition").map(({ name }) => name);
  for (const key of Object.keys(typeMapping)) {
    const name = key as QualifiedName; // compared only
    if (mappableAs(name, model) !== undefined) continue;
    const known = edmTypeOf(name) !== undefined || model.type(name) !== undefined;
    const near = known ? undefined : nearest(key, [...definitions, ...primitiveTypes.map(edm)]);
    report.add("type-mapping-unmatched", { path: `--type-mapping ${key}` }, { type: key, known, near });
  }
}
