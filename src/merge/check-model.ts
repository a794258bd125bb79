import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import type { Said, SchemaElement, StructuredType, TypeRef } from "../edm/elements.js";
import { isOperation, isStructured, type Model } from "../edm/model.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../edm/names.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { MergeContext } from "./context.js";

/** Every type that an element of the model refers to and that is not there is reported, once for each name. */
export function checkReferences(model: Model, { reportMissing }: MergeContext): void {
  for (const { elements } of model.schemas) {
    for (const element of elements) {
      for (const { ref, by } of referencesOf(element)) {
        if (edmTypeOf(ref) === undefined && model.type(ref) === undefined) reportMissing(ref, by, "type-not-loaded");
      }
    }
  }
}

/** A key is declared once in a line of types (CSDL 4.01 §6.5). */
export function checkKeys(model: Model, { report }: MergeContext): void {
  for (const type of model.schemas.flatMap(({ elements }) => elements).filter(isStructured)) {
    const base = type.key === undefined ? undefined : model.bases(type).find(({ key }) => key !== undefined);
    if (base === undefined) continue;
    const code = keyText(type) === keyText(base) ? "key-repeated" : "key-conflict";
    report.add(code, type.at, { type: type.name, base: base.name });
  }
}

function keyText({ key }: StructuredType): string {
  return JSON.stringify(key?.map(({ name, alias }) => [name, alias]));
}

interface TypeUse {
  readonly ref: QualifiedName;
  readonly by: Said;
}

function referencesOf(element: SchemaElement): readonly TypeUse[] {
  if (isStructured(element))
    return [...element.properties, ...element.navigationProperties].flatMap((member) => use(member.type, member));
  if (isOperation(element)) {
    return [
      ...element.parameters.flatMap((parameter) => use(parameter.type, parameter)),
      ...use(element.returnType, element),
    ];
  }
  if (element.kind === "Term") return use(element.type, element);
  if (element.kind !== "EntityContainer") return [];
  return element.children.flatMap((child): readonly TypeUse[] => {
    if (child.kind === "EntitySet") return [{ ref: child.entityType, by: child }];
    return child.kind === "Singleton" ? [{ ref: child.type, by: child }] : [];
  });
}

function use(type: TypeRef | undefined, by: Said): readonly TypeUse[] {
  return type === undefined ? [] : [{ ref: type.type, by }];
}

/** Knows which namespaces were loaded, and says of each missing type once what that means. */
export function missingTypeReporter(
  loaded: ReadonlySet<string>,
  said: readonly { readonly name: QualifiedName }[],
  report: Report,
): MergeContext["reportMissing"] {
  const reported = new Set<string>();
  return (type, by, otherwise) => {
    const key = `${type} ${otherwise}`;
    if (reported.has(key)) return;
    reported.add(key);
    if (by.by !== "csdl") {
      if (otherwise === "type-not-loaded") report.add("type-not-described", by.at, { type });
      else report.add("base-not-loaded", by.at, { type: nameOf(by), base: type });
    } else if (loaded.has(namespaceOf(type))) {
      const near = nearest(
        simpleNameOf(type),
        said.filter(({ name }) => namespaceOf(name) === namespaceOf(type)).map(({ name }) => simpleNameOf(name)),
      );
      report.add("unresolved-type", by.at, { type, suggestion: near && `${namespaceOf(type)}.${near}` });
    } else if (otherwise === "type-not-loaded") {
      report.add("type-not-loaded", by.at, { type });
    } else {
      report.add("base-not-loaded", by.at, { type: nameOf(by), base: type });
    }
  };
}

function nameOf(element: Said): string {
  return "name" in element && typeof element.name === "string" ? element.name : "";
}
