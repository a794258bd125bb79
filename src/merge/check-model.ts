import type { Declared, SchemaElement, StructuredType, TypeRef } from "../edm/elements.js";
import { isOperation, isStructured, type Model } from "../edm/model.js";
import { namespaceOf, type QualifiedName } from "../edm/names.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { MergeContext } from "./context.js";

/** Reports types that are missing, conflicting keys, and annotation targets that do not exist. */
export function checkModel(model: Model, loaded: ReadonlySet<string>, context: MergeContext): void {
  checkReferences(model, context);
  checkKeys(model, context);
  checkTargets(model, loaded, context);
}

/** Reports external annotations whose target does not exist in a namespace that was loaded. */
function checkTargets({ schemas }: Model, loaded: ReadonlySet<string>, { report }: MergeContext): void {
  for (const { target, at } of schemas.flatMap(({ targets }) => targets)) {
    if (loaded.has(namespaceOf(targetRootOf(target)))) report.add("target-unresolved", at, { target });
  }
}

/** `ns.Type/property@term` → `ns.Type` */
function targetRootOf(target: string): QualifiedName {
  return target.split(/[/(@]/, 1)[0] as QualifiedName;
}

/** Reports missing types, each once. */
function checkReferences(model: Model, { reportMissing }: MergeContext): void {
  const check: UseType = (ref, by) => {
    if (edmTypeOf(ref) === undefined && model.type(ref) === undefined) reportMissing(ref, by, "type-not-loaded");
  };
  for (const { elements } of model.schemas) for (const element of elements) forEachUse(element, check);
}

/** Reports a key on a type that inherits one (CSDL 4.01 §6.5). */
function checkKeys(model: Model, { report }: MergeContext): void {
  for (const type of model.structuredTypes) {
    const base = type.key === undefined ? undefined : model.bases(type).find(({ key }) => key !== undefined);
    if (base === undefined) continue;
    const code = keyText(type) === keyText(base) ? "key-repeated" : "key-conflict";
    report.add(code, type.at, { type: type.name, base: base.name });
  }
}

function keyText({ key }: StructuredType): string {
  return JSON.stringify(key?.map(({ name, alias }) => [name, alias]));
}

type UseType = (ref: QualifiedName, by: Declared) => void;

/** Calls `use` for every use of a type in an element, in order. */
function forEachUse(element: SchemaElement, use: UseType): void {
  if (isStructured(element)) {
    forEachTyped(element.properties, use);
    forEachTyped(element.navigationProperties, use);
  } else if (isOperation(element)) {
    forEachTyped(element.parameters, use);
    if (element.returnType !== undefined) use(element.returnType.type, element);
  } else if (element.kind === "Term") {
    forEachTyped([element], use);
  } else if (element.kind === "EntityContainer") {
    for (const child of element.children) {
      if (child.kind === "EntitySet") use(child.entityType, child);
      else if (child.kind === "Singleton") use(child.type, child);
    }
  }
}

function forEachTyped(typed: readonly (Declared & { readonly type?: TypeRef })[], use: UseType): void {
  for (const one of typed) if (one.type !== undefined) use(one.type.type, one);
}
