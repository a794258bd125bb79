import type { Said, SchemaElement, StructuredType, TypeRef } from "../edm/elements.js";
import { isOperation, isStructured, type Model } from "../edm/model.js";
import { namespaceOf, type QualifiedName } from "../edm/names.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { MergeContext } from "./context.js";

/** What is wrong with the model as a whole. */
export function checkModel(model: Model, loaded: ReadonlySet<string>, context: MergeContext): void {
  checkReferences(model, context);
  checkKeys(model, context);
  checkTargets(model, loaded, context);
}

/** External annotations that found no element, in a namespace where there should be one. */
function checkTargets({ schemas }: Model, loaded: ReadonlySet<string>, { report }: MergeContext): void {
  for (const { target, at } of schemas.flatMap(({ targets }) => targets)) {
    if (loaded.has(namespaceOf(targetRootOf(target)))) report.add("target-unresolved", at, { target });
  }
}

/** `ns.Type/property@term` → `ns.Type` */
function targetRootOf(target: string): QualifiedName {
  return target.split(/[/(@]/, 1)[0] as QualifiedName;
}

/** Every type that an element of the model refers to and that is not there is reported, once for each name. */
function checkReferences(model: Model, { reportMissing }: MergeContext): void {
  for (const { elements } of model.schemas) {
    for (const element of elements) {
      for (const { ref, by } of referencesOf(element)) {
        if (edmTypeOf(ref) === undefined && model.type(ref) === undefined) reportMissing(ref, by, "type-not-loaded");
      }
    }
  }
}

/** A key is declared once in a line of types (CSDL 4.01 §6.5). */
function checkKeys(model: Model, { report }: MergeContext): void {
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
