/**
 * Restrictions of properties that the places of a service state (Capabilities.*Restrictions of sets, singletons and
 * contained collections). One counts for a property where all places that hold entities with it state it. Navigation
 * properties that do not contain their target lead to what lies in another place.
 */
import type { EntitySet, NavigationProperty, Property, Singleton, StructuredType } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { groupBy } from "../edm/grouping.js";
import { capabilitiesOf, defaultLayers, layerOf, type ResourceCapabilities } from "../vocabularies/capabilities.js";

type MemberSet = ReadonlySet<Property | NavigationProperty>;

export interface PlaceRestrictions {
  readonly requiredOnCreate: MemberSet;
  readonly refusedOnCreate: MemberSet;
  readonly refusedOnUpdate: MemberSet;
}

interface Place {
  readonly type: QualifiedName;
  readonly collection: boolean;
  readonly capabilities: ResourceCapabilities;
}

export function placeRestrictionsOf(model: Model): PlaceRestrictions {
  const requiredOnCreate = new Set<Property | NavigationProperty>();
  const refusedOnCreate = new Set<Property | NavigationProperty>();
  const refusedOnUpdate = new Set<Property | NavigationProperty>();
  const places = placesOf(model);
  const byType = groupBy(places, ({ type }) => type);
  const restricted = new Set(places.filter(restrictsProperties).map(({ type }) => type));
  for (const type of entityTypesOf(model)) {
    const related = [type, ...model.bases(type), ...model.derived(type.name)].map(({ name }) => name);
    if (!related.some((name) => restricted.has(name))) continue;
    const holding = related.flatMap((name) => byType.get(name) ?? []);
    const creating = holding.filter(({ collection }) => collection);
    for (const member of [...type.properties, ...type.navigationProperties]) {
      if (all(creating, ({ requiredOnInsert }) => requiredOnInsert.includes(member.name))) requiredOnCreate.add(member);
      if (all(creating, ({ nonInsertable }) => nonInsertable.includes(member.name))) refusedOnCreate.add(member);
      if (all(holding, ({ nonUpdatable }) => nonUpdatable.includes(member.name))) refusedOnUpdate.add(member);
    }
  }
  return { requiredOnCreate, refusedOnCreate, refusedOnUpdate };
}

function all(places: readonly Place[], state: (capabilities: ResourceCapabilities) => boolean): boolean {
  return places.length > 0 && places.every(({ capabilities }) => state(capabilities));
}

function entityTypesOf({ structuredTypes }: Model): readonly StructuredType[] {
  return structuredTypes.filter(({ kind }) => kind === "EntityType");
}

function restrictsProperties({ capabilities }: Place): boolean {
  const { requiredOnInsert, nonInsertable, nonUpdatable } = capabilities;
  return requiredOnInsert.length + nonInsertable.length + nonUpdatable.length > 0;
}

function placesOf(model: Model): readonly Place[] {
  const children = (model.container?.children ?? []).filter(
    (child): child is EntitySet | Singleton => child.kind === "EntitySet" || child.kind === "Singleton",
  );
  const contained = entityTypesOf(model)
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
