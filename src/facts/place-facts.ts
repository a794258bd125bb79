/**
 * What the capabilities of sets, singletons and contained collections say of properties, where all places agree that
 * hold entities with them: then it is a fact of the property. Other navigation properties lead to what stands in a set.
 */
import type { EntitySet, NavigationProperty, Property, Singleton, StructuredType } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { groupBy } from "../edm/grouping.js";
import { capabilitiesOf, defaultLayers, layerOf, type ResourceCapabilities } from "../vocabularies/capabilities.js";

type MemberSet = ReadonlySet<Property | NavigationProperty>;

export interface PlaceFacts {
  readonly requiredOnCreate: MemberSet;
  readonly refusedOnCreate: MemberSet;
  readonly refusedOnUpdate: MemberSet;
}

interface Place {
  readonly type: QualifiedName;
  readonly collection: boolean;
  readonly capabilities: ResourceCapabilities;
}

export function placeFactsOf(model: Model): PlaceFacts {
  const requiredOnCreate = new Set<Property | NavigationProperty>();
  const refusedOnCreate = new Set<Property | NavigationProperty>();
  const refusedOnUpdate = new Set<Property | NavigationProperty>();
  const places = placesOf(model);
  const byType = groupBy(places, ({ type }) => type);
  const restricted = new Set(places.filter(restrictsProperties).map(({ type }) => type));
  for (const type of entitiesOf(model)) {
    const line = [type, ...model.bases(type), ...model.derived(type.name)].map(({ name }) => name);
    if (!line.some((name) => restricted.has(name))) continue;
    const held = line.flatMap((name) => byType.get(name) ?? []).map(({ capabilities }) => capabilities);
    const created = line
      .flatMap((name) => byType.get(name) ?? [])
      .filter(({ collection }) => collection)
      .map(({ capabilities }) => capabilities);
    for (const member of [...type.properties, ...type.navigationProperties]) {
      if (all(created, ({ requiredOnInsert }) => requiredOnInsert.includes(member.name))) requiredOnCreate.add(member);
      if (all(created, ({ nonInsertable }) => nonInsertable.includes(member.name))) refusedOnCreate.add(member);
      if (all(held, ({ nonUpdatable }) => nonUpdatable.includes(member.name))) refusedOnUpdate.add(member);
    }
  }
  return { requiredOnCreate, refusedOnCreate, refusedOnUpdate };
}

function all<T>(items: readonly T[], holds: (item: T) => boolean): boolean {
  return items.length > 0 && items.every(holds);
}

function entitiesOf({ schemas }: Model): readonly StructuredType[] {
  return schemas
    .flatMap(({ elements }) => elements)
    .filter(isStructured)
    .filter(({ kind }) => kind === "EntityType");
}

function restrictsProperties({ capabilities }: Place): boolean {
  const { requiredOnInsert, nonInsertable, nonUpdatable } = capabilities;
  return requiredOnInsert.length + nonInsertable.length + nonUpdatable.length > 0;
}

function placesOf(model: Model): readonly Place[] {
  const children = (model.container?.children ?? []).filter(
    (child): child is EntitySet | Singleton => child.kind === "EntitySet" || child.kind === "Singleton",
  );
  const contained = entitiesOf(model)
    .flatMap(({ navigationProperties }) => navigationProperties)
    .filter(({ containsTarget }) => containsTarget === true);
  return [
    ...children.map((child) =>
      placeOf(child, child.kind === "EntitySet" ? child.entityType : child.type, child.kind === "EntitySet", model),
    ),
    ...contained.flatMap((property) =>
      property.type === undefined ? [] : [placeOf(property, property.type.type, property.type.collection, model)],
    ),
  ];
}

function placeOf(
  element: EntitySet | Singleton | NavigationProperty,
  type: QualifiedName,
  collection: boolean,
  model: Model,
): Place {
  const own = [element, model.type(type) ?? {}].flatMap((annotated) => layerOf(annotated) ?? []);
  return { type, collection, capabilities: capabilitiesOf([...own, ...defaultLayers(model.container)]) };
}
