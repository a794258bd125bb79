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

type Member = Property | NavigationProperty;
type MemberSet = ReadonlySet<Member>;

/** How queries may use a property. */
export interface MemberQueries {
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly requiredInFilter: boolean;
  /** The only expressions in which a filter may have it: a member of Capabilities.FilterExpressionType. */
  readonly filterExpression?: string;
}

export interface PlaceRestrictions {
  readonly requiredOnCreate: MemberSet;
  readonly refusedOnCreate: MemberSet;
  readonly refusedOnUpdate: MemberSet;
  /** Of members with restrictions. */
  readonly queries: ReadonlyMap<Member, MemberQueries>;
}

interface Place {
  readonly type: QualifiedName;
  readonly collection: boolean;
  readonly capabilities: ResourceCapabilities;
}

export function placeRestrictionsOf(model: Model): PlaceRestrictions {
  const requiredOnCreate = new Set<Member>();
  const refusedOnCreate = new Set<Member>();
  const refusedOnUpdate = new Set<Member>();
  const queries = new Map<Member, MemberQueries>();
  for (const { member, holding } of restrictedMembers(model)) {
    const creating = holding.filter(({ collection }) => collection);
    if (all(creating, ({ requiredOnInsert }) => requiredOnInsert.includes(member.name))) requiredOnCreate.add(member);
    if (all(creating, ({ nonInsertable }) => nonInsertable.includes(member.name))) refusedOnCreate.add(member);
    if (all(holding, ({ nonUpdatable }) => nonUpdatable.includes(member.name))) refusedOnUpdate.add(member);
    const restricted = queriesOf(member, creating);
    if (restricted !== undefined) queries.set(member, restricted);
  }
  return { requiredOnCreate, refusedOnCreate, refusedOnUpdate, queries };
}

/** The members of entity types whose places restrict any member, with the places that hold entities with it. */
function restrictedMembers(model: Model): readonly { readonly member: Member; readonly holding: readonly Place[] }[] {
  const places = placesOf(model);
  const byType = groupBy(places, ({ type }) => type);
  const restricted = new Set(places.filter(restrictsProperties).map(({ type }) => type));
  return entityTypesOf(model).flatMap((type) => {
    const related = [type, ...model.bases(type), ...model.derived(type.name)].map(({ name }) => name);
    if (!related.some((name) => restricted.has(name))) return [];
    const holding = related.flatMap((name) => byType.get(name) ?? []);
    return [...type.properties, ...type.navigationProperties].map((member) => ({ member, holding }));
  });
}

/** Undefined where queries may use a member like any other. */
function queriesOf({ name }: Member, places: readonly Place[]): MemberQueries | undefined {
  const filterable = !all(places, ({ nonFilterable }) => nonFilterable.includes(name));
  const sortable = !all(places, ({ nonSortable }) => nonSortable.includes(name));
  const requiredInFilter = all(places, (capabilities) => capabilities.requiredInFilter.includes(name));
  const [filterExpression, ...others] = new Set(
    places.map(({ capabilities }) => capabilities.filterExpressions.find(({ property }) => property === name)?.allowed),
  );
  const isAgreed = filterExpression !== undefined && others.length === 0;
  if (filterable && sortable && !requiredInFilter && !isAgreed) return undefined;
  return { filterable, sortable, requiredInFilter, ...(isAgreed && { filterExpression }) };
}

function all(places: readonly Place[], state: (capabilities: ResourceCapabilities) => boolean): boolean {
  return places.length > 0 && places.every(({ capabilities }) => state(capabilities));
}

function entityTypesOf({ structuredTypes }: Model): readonly StructuredType[] {
  return structuredTypes.filter(({ kind }) => kind === "EntityType");
}

function restrictsProperties({ capabilities }: Place): boolean {
  const { requiredOnInsert, nonInsertable, nonUpdatable } = capabilities;
  const { nonFilterable, nonSortable, requiredInFilter, filterExpressions } = capabilities;
  const lists = [requiredOnInsert, nonInsertable, nonUpdatable, nonFilterable, nonSortable, requiredInFilter];
  return lists.some(({ length }) => length > 0) || filterExpressions.length > 0;
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
