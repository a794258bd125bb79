import { isType, type Model } from "../edm/model.js";
import type { Selection } from "../select/selection.js";
import type { Names } from "./names.js";

/** The names of the whole model, with the modules and operations that are selected. */
export function selectedNames(names: Names, whole: Model, { types, paths }: Selection): Names {
  if (types === whole) return names;
  const operations = new Set([...types.operations, ...paths.operations]);
  const typesUsed = [types, paths].flatMap(({ elements }) => elements.filter(isType).map(({ name }) => name));
  const used = new Set([...typesUsed, ...operations].map((element) => names.moduleOf(element)));
  const modules = names.modules.filter((module) => module.flat || used.has(module));
  return {
    ...names,
    modules,
    exportedBy: (module) => (module.flat ? modules.slice(1) : []),
    operationsIn: (module) => names.operationsIn(module).filter((operation) => operations.has(operation)),
  };
}
