import { isOperation, isType, type Model } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";
import type { Selection } from "../select/selection.js";
import type { Names } from "./names.js";

/** The names of the whole model, with the modules and operations that are selected. */
export function selectedNames(names: Names, whole: Model, { types, paths }: Selection): Names {
  if (types === whole) return names;
  const elements = [types, paths].flatMap(({ schemas }) => schemas.flatMap((schema) => schema.elements));
  const operations = new Set(elements.filter(isOperation));
  const used = new Set([
    ...elements.filter(isType).map(({ name }) => namespaceOf(name)),
    ...[...operations].map((operation) => names.homeOf(operation)),
  ]);
  const modules = names.modules.filter(({ flat, namespace }) => flat || used.has(namespace));
  return {
    ...names,
    modules,
    exportedBy: (module) => (module.flat ? modules.slice(1) : []),
    operationsIn: (namespace) => names.operationsIn(namespace).filter((operation) => operations.has(operation)),
  };
}
