/**
 * Types that a document has to declare though no source describes them: sets and singletons are of them, operations are
 * bound to them, or types derive from them. Everything else can do without, see `complete-elements.ts`.
 */
import type { Declared, StructuredType, TypeRef } from "../../edm/elements.js";
import { bindingTypeOf, type Model } from "../../edm/model.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";

/** An open type for each, by name. Items of sets have a key (CSDL 4.01 §6.5), which is assumed to be `id`. */
export function missingTypes(
  model: Model,
  isKnown: (type: QualifiedName) => boolean,
): ReadonlyMap<QualifiedName, StructuredType> {
  const missing = new Map<QualifiedName, StructuredType>();
  for (const use of usesIn(model)) {
    const { type, isItem } = use;
    if (!isKnown(type) && (isItem || !missing.has(type))) missing.set(type, openType(use));
  }
  return missing;
}

interface Use {
  readonly type: QualifiedName;
  readonly kind: StructuredType["kind"];
  /** Whether it is the type of the items of an entity set. */
  readonly isItem: boolean;
  readonly by: Declared;
}

function usesIn({ container, operations, structuredTypes }: Model): readonly Use[] {
  const kind = "EntityType";
  const sets = (container?.children ?? []).flatMap((child): Use[] => {
    if (child.kind === "EntitySet") return [{ type: child.entityType, kind, isItem: true, by: child }];
    return child.kind === "Singleton" ? [{ type: child.type, kind, isItem: false, by: child }] : [];
  });
  const bindings = operations.flatMap((operation): Use[] => {
    const binding = bindingTypeOf(operation);
    return binding === undefined ? [] : [{ type: binding.type, kind, isItem: false, by: operation }];
  });
  const bases = structuredTypes.flatMap((type): Use[] =>
    type.base === undefined ? [] : [{ type: type.base, kind: type.kind, isItem: false, by: type }],
  );
  return [...sets, ...bindings, ...bases];
}

function openType({ type: name, kind, isItem, by: { at, by } }: Use): StructuredType {
  const type: TypeRef = { type: edm("String"), collection: false, nullable: false };
  const id = "id" as SimpleName;
  return {
    kind,
    name,
    at,
    by,
    open: true,
    ...(isItem && { key: [{ name: id, at }] }),
    properties: isItem ? [{ kind: "Property", name: id, at, by, type }] : [],
    navigationProperties: [],
  };
}
