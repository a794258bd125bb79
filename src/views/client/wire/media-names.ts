/** Segments without key that lead to media entities: single-valued navigation properties and singletons. */
import type { StructuredType } from "../../../edm/elements.js";
import { compareText, isStructured, type Model } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";

export function mediaNames(model: Model): readonly string[] {
  const navigation = model.structuredTypes.flatMap(({ navigationProperties }) => navigationProperties);
  const singletons = (model.container?.children ?? []).flatMap((child) =>
    child.kind === "Singleton" ? [{ name: child.name, target: child.type }] : [],
  );
  const single = navigation.flatMap(({ name, type }) =>
    type === undefined || type.collection ? [] : [{ name, target: type.type }],
  );
  const names = [...singletons, ...single].filter(({ target }) => hasStream(target, model)).map(({ name }) => name);
  return [...new Set<string>(names)].sort(compareText);
}

function hasStream(name: QualifiedName, model: Model): boolean {
  const type = model.type(name);
  if (type === undefined || !isStructured(type)) return false;
  return [type, ...model.bases(type)].some((one: StructuredType) => one.hasStream === true);
}
