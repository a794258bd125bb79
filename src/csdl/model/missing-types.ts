/**
 * Types that a document has to declare though no source describes them: sets and singletons are of them, or operations
 * are bound to them. Everything else can do without, see `complete-elements.ts`.
 */
import type { Declared, StructuredType, TypeRef } from "../../edm/elements.js";
import { bindingTypeOf, type Model } from "../../edm/model.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";

/** An open entity type for each, by name. Items of sets have a key (CSDL 4.01 §6.5), which is assumed to be `id`. */
export function missingTypes(
  model: Model,
  isKnown: (type: QualifiedName) => boolean,
): ReadonlyMap<QualifiedName, StructuredType> {
  const missing = new Map<QualifiedName, StructuredType>();
  for (const { type, isItem, by } of usesIn(model)) {
    if (isKnown(type) || (missing.has(type) && !isItem)) continue;
    missing.set(type, openType(type, isItem, by));
  }
  return missing;
}

interface Use {
  readonly type: QualifiedName;
  /** Whether it is the type of the items of an entity set. */
  readonly isItem: boolean;
  readonly by: Declared;
}

function usesIn({ container, operations }: Model): readonly Use[] {
  const sets = (container?.children ?? []).flatMap((child): Use[] => {
    if (child.kind === "EntitySet") return [{ type: child.entityType, isItem: true, by: child }];
    return child.kind === "Singleton" ? [{ type: child.type, isItem: false, by: child }] : [];
  });
  const bindings = operations.flatMap((operation): Use[] => {
    const binding = bindingTypeOf(operation);
    return binding === undefined ? [] : [{ type: binding.type, isItem: false, by: operation }];
  });
  return [...sets, ...bindings];
}

function openType(name: QualifiedName, isItem: boolean, { at, by }: Declared): StructuredType {
  const type: TypeRef = { type: edm("String"), collection: false, nullable: false };
  const id = "id" as SimpleName;
  return {
    kind: "EntityType",
    name,
    at,
    by,
    open: true,
    ...(isItem && { key: [{ name: id, at }] }),
    properties: isItem ? [{ kind: "Property", name: id, at, by, type }] : [],
    navigationProperties: [],
  };
}
