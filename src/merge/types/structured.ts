import type { AnyProperty, Property, PropertyRef, StructuredType } from "../../edm/elements.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { edm, edmTypeOf } from "../../edm/primitive-types.js";
import type { Declarations } from "../collect.js";
import type { MergeContext } from "../context.js";
import { mergeAnnotations } from "./annotations.js";
import type { Bases } from "./bases.js";
import { mergeProperty, propertiesOf, type PropertyDeclarations, type PropertyUse } from "./properties.js";
import type { PropertiesByType } from "./property-owners.js";

export interface StructuredInputs {
  readonly types: Declarations<StructuredType>;
  readonly bases: Bases;
  readonly properties: PropertiesByType;
  /** Types that paths of pages lead to. */
  readonly addressed: ReadonlySet<QualifiedName>;
  /** Those of them that are items of a collection there. */
  readonly items: ReadonlySet<QualifiedName>;
}

/** Merges every structured type that is declared, or that pages name as a base. */
export function mergeStructuredTypes(given: StructuredInputs, context: MergeContext): readonly StructuredType[] {
  const inputs = { ...given, properties: withKeysInBases(given) };
  const { types, properties, bases } = inputs;
  let entities: ReadonlySet<QualifiedName> | undefined;
  const isEntity = (type: QualifiedName) => {
    const kind = kindByCsdl(type, inputs);
    if (kind !== undefined) return kind === "EntityType";
    // Not needed where CSDL declares all types.
    entities ??= entityRootsOf(inputs);
    return entities.has(bases.root(type));
  };
  const all = [...types.values()].flat();
  const heirs = new Map(
    all.toReversed().flatMap((type) => (type.base && type.base === bases.of(type.name) ? [[type.base, type]] : [])),
  );
  const names = new Set([...types.keys(), ...properties.keys(), ...heirs.keys()]);
  return [...names].map((name) => {
    const declared = properties.get(name) ?? new Map<string, PropertyDeclarations>();
    const declarations = types.get(name) ?? [declarationOfBase(name, declared, heirs.get(name))];
    const isStructured = (type: QualifiedName) => names.has(type);
    return mergeStructured(name, { declared, declarations, isEntity, isStructured }, inputs, context);
  });
}

/**
 * The properties of each type, where an `id` that pages document on derived types alone belongs to their base, if that
 * has to have a key: items of a collection need one (CSDL 4.01 §6.5).
 */
function withKeysInBases({ types, properties, bases, items }: StructuredInputs): PropertiesByType {
  const moved = new Map(properties);
  for (const base of items) {
    const isDecided = types.get(base)?.some(({ by, key }) => by === "csdl" || key !== undefined) === true;
    if (isDecided || bases.chain(base).some((type) => moved.get(type)?.has("id") === true)) continue;
    const heirs = [...moved].filter(([type]) => bases.above(type).includes(base));
    const ids = heirs.flatMap(([, declared]) => declared.get("id") ?? []);
    const [first, ...others] = ids;
    if (first === undefined || ids.some(({ by }) => by === "csdl")) continue;
    for (const [heir, declared] of heirs) moved.set(heir, new Map([...declared].filter(([name]) => name !== "id")));
    moved.set(base, new Map([["id", [first, ...others]], ...(moved.get(base) ?? [])]));
  }
  return moved;
}

interface TypeParts extends Omit<PropertyUse, "isKey"> {
  readonly declarations: readonly [StructuredType, ...StructuredType[]];
  readonly declared: ReadonlyMap<string, PropertyDeclarations>;
}

function mergeStructured(
  name: QualifiedName,
  { declarations, declared, ...use }: TypeParts,
  inputs: StructuredInputs,
  context: MergeContext,
): StructuredType {
  const [winner] = declarations;
  const kind = use.isEntity(name) ? "EntityType" : "ComplexType";
  const key = keyOf(name, kind, declarations, inputs);
  const keyNames = new Set(key?.map((ref) => ref.name));
  const merged = ordered(declarations, declared, context).map((property) =>
    mergeProperty(name, property, { isKey: keyNames.has(property[0].name), ...use }, context),
  );
  const properties = merged.filter((property) => property.kind === "Property");
  const [ref] = key ?? [];
  if (winner.by !== "csdl" && ref !== undefined && !declared.has(ref.name))
    properties.unshift(assumedKey(name, ref, winner, context));
  const base = inputs.bases.of(name);
  const type: StructuredType = {
    kind,
    name,
    at: winner.at,
    by: winner.by,
    properties,
    navigationProperties: merged.filter((property) => property.kind === "NavigationProperty"),
    ...(base && { base }),
    ...firstOf(declarations, "abstract"),
    ...(inputs.bases.opened.has(name) ? { open: true } : firstOf(declarations, "open")),
    ...firstOf(declarations, "hasStream"),
    ...(key && { key }),
    ...mergeAnnotations(name, declarations, context),
  };
  context.declarations.set(type, declarations);
  return type;
}

function modelTypesOf(properties: readonly AnyProperty[]): readonly QualifiedName[] {
  return properties.flatMap(({ type }) =>
    type === undefined || edmTypeOf(type.type) !== undefined ? [] : [type.type],
  );
}

/** The kind that CSDL declares for the type or its nearest base. A type has the kind of its base (CSDL 4.01 §6.2, §9.2). */
function kindByCsdl(name: QualifiedName, { types, bases }: StructuredInputs): StructuredType["kind"] | undefined {
  for (const type of bases.chain(name)) {
    const first = types.get(type)?.[0];
    if (first?.by === "csdl") return first.kind;
  }
  return undefined;
}

/** A declaration for a type that only "Inherited from" rows name, or that pages name as a base without any row. */
function declarationOfBase(
  name: QualifiedName,
  properties: ReadonlyMap<string, PropertyDeclarations>,
  heir: StructuredType | undefined,
): StructuredType {
  const [first] = properties.values().next().value ?? [];
  const named = first ?? heir;
  if (named === undefined) throw new RangeError(`${name} is not declared`);
  const { at, by } = named;
  const open = first === undefined && { open: true };
  return { kind: "ComplexType", name, at, by, properties: [], navigationProperties: [], ...open };
}

function firstOf<K extends "abstract" | "open" | "hasStream">(
  declarations: readonly StructuredType[],
  field: K,
): Partial<Pick<StructuredType, K>> {
  const value = declarations.find((declaration) => declaration[field] !== undefined)?.[field];
  return value === undefined ? {} : ({ [field]: value } as Pick<StructuredType, K>);
}

/** Properties in the order of the declarations of the type, then those that other types declare for it. */
function ordered(
  declarations: readonly StructuredType[],
  properties: ReadonlyMap<string, PropertyDeclarations>,
  { precedence }: MergeContext,
): readonly PropertyDeclarations[] {
  const own = new Set<PropertyDeclarations>();
  for (const declaration of declarations) {
    for (const { name } of propertiesOf(declaration)) {
      const property = properties.get(name);
      if (property !== undefined) own.add(property);
    }
  }
  const others = [...properties.values()].filter((property) => !own.has(property));
  return [...own, ...others.sort((a, b) => precedence(a[0], b[0]))];
}

/**
 * The root types of entities. Pages don't state which types are entities: those that a path or a relationship leads to
 * are, those with a key that are no values of properties (a value may have an `id`, as an identity has), and every type
 * that has the same root.
 */
function entityRootsOf({ types, bases, addressed }: StructuredInputs): ReadonlySet<QualifiedName> {
  const all = [...types.values()].flat();
  const related = all.flatMap(({ navigationProperties }) => modelTypesOf(navigationProperties));
  const roots = new Set([...addressed, ...related].map((name) => bases.root(name)));
  const values = new Set(all.flatMap(({ properties }) => modelTypesOf(properties)).map((name) => bases.root(name)));
  for (const { name, kind } of all) {
    const root = bases.root(name);
    if (kind === "EntityType" && !values.has(root)) roots.add(root);
  }
  return roots;
}

/**
 * The key of a type. CSDL declares keys. For pages: the key that one states, with a row or for items of a collection,
 * else `id` where the entity has it, else an assumed `id` for those items, since they need a key (CSDL 4.01 §6.5).
 */
function keyOf(
  name: QualifiedName,
  kind: StructuredType["kind"],
  declarations: readonly [StructuredType, ...StructuredType[]],
  inputs: StructuredInputs,
): readonly PropertyRef[] | undefined {
  const [winner] = declarations;
  if (winner.by === "csdl") return winner.key;
  if (kind === "ComplexType" || inputs.bases.above(name).some((base) => hasKey(base, inputs))) return undefined;
  const stated = declarations.find((declaration) => countsKey(declaration, inputs))?.key;
  if (stated !== undefined) return stated;
  const id = inputs.properties.get(name)?.get("id");
  if (id !== undefined) return isKeyValue(id) ? [{ name: "id", at: id[0].at }] : undefined;
  return inputs.items.has(name) ? [{ name: "id", at: winner.at }] : undefined;
}

function hasKey(base: QualifiedName, inputs: StructuredInputs): boolean {
  const { types, properties, items } = inputs;
  return (
    types.get(base)?.some((declaration) => countsKey(declaration, inputs)) === true ||
    properties.get(base)?.has("id") === true ||
    items.has(base)
  );
}

/** Whether a declaration states a key that the type has. */
function countsKey({ name, by, key }: StructuredType, { bases, properties, items }: StructuredInputs): boolean {
  if (key === undefined) return false;
  if (by === "csdl") return true;
  const found = key.map((ref) => bases.chain(name).flatMap((type) => properties.get(type)?.get(ref.name) ?? []));
  return found.every((property) => isKeyValue(property) && (property.length > 0 || items.has(name)));
}

/** Whether a property is single and of a primitive type, as those of keys are (CSDL 4.01 §6.5), or of none that is known. */
function isKeyValue(declarations: readonly AnyProperty[]): boolean {
  const type = declarations.find((property) => property.type !== undefined)?.type;
  return type === undefined || (!type.collection && edmTypeOf(type.type) !== undefined);
}

function assumedKey(
  type: QualifiedName,
  ref: PropertyRef,
  { at, by }: StructuredType,
  context: MergeContext,
): Property {
  context.report.add("key-added", at, { type });
  const property: Property = {
    kind: "Property",
    name: ref.name as SimpleName, // `id`, or a name that the reader of the page has checked
    at,
    by,
    type: { type: edm("String"), collection: false, nullable: false },
  };
  context.declarations.set(property, [property]);
  return property;
}
