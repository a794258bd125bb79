import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { Validation, type Annotated } from "../edm/vocabulary.js";
import { itemsOf, stringOf, valueOf } from "./values.js";

/**
 * The types that a value may be of (Validation.DerivedTypeConstraint): those listed, with the types derived from them;
 * undefined where nothing is stated, or the rest restricts nothing. Abstract types have no values.
 */
export function allowedTypesOf(
  element: Annotated,
  declared: QualifiedName,
  model: Model,
): readonly QualifiedName[] | undefined {
  const listed = itemsOf(valueOf(element, Validation.DerivedTypeConstraint))?.flatMap((item) => stringOf(item) ?? []);
  if (listed === undefined) return undefined;
  const possible = [declared, ...model.derived(declared).map(({ name }) => name)];
  const wanted = new Set(listed.map((name) => withoutAlias(name, model)));
  const allowed = possible.filter((name) => lineOf(name, model).some((above) => wanted.has(above)));
  return allowed.length === 0 || allowed.length === possible.length ? undefined : allowed;
}

/** A name in a string is no reference that readers resolve: it may begin with an alias. */
function withoutAlias(name: string, { schemas, references }: Model): string {
  const prefix = name.slice(0, name.lastIndexOf("."));
  const includes = references.flatMap((reference) => reference.includes);
  const namespace = [...schemas, ...includes].find(({ alias }) => alias === prefix)?.namespace;
  return namespace === undefined ? name : namespace + name.slice(prefix.length);
}

function lineOf(name: QualifiedName, model: Model): readonly QualifiedName[] {
  const type = model.type(name);
  return type === undefined || !isStructured(type) ? [name] : [name, ...model.bases(type).map((base) => base.name)];
}
