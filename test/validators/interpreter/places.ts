/** What sets, singletons and contained collections state of the properties of their entities (Org.OData.Capabilities.V1). */
import type { Expression } from "../../../src/edm/annotations.js";
import type {
  AnyProperty,
  EntitySet,
  NavigationProperty,
  Singleton,
  StructuredType,
} from "../../../src/edm/elements.js";
import type { Model } from "../../../src/edm/model.js";
import type { Annotated } from "../../../src/edm/vocabulary.js";
import { field, paths, stated } from "./annotations.js";

interface Place {
  readonly type: string;
  readonly collection: boolean;
  readonly requiredOnInsert: readonly string[];
  readonly nonInsertable: readonly string[];
  readonly nonUpdatable: readonly string[];
}

export class Places {
  readonly #model: Model;
  readonly #places: readonly Place[];
  /** The places of the entities of a type and of those that it stands above or below. */
  readonly #ofType = new Map<string, readonly Place[]>();

  constructor(model: Model) {
    this.#model = model;
    this.#places = [...childrenOf(model), ...containedIn(model)];
  }

  /** Whether all collections that such an entity may be created in require the member. */
  requires(member: AnyProperty, type: StructuredType): boolean {
    return this.#all(this.#of(member, type, true), ({ requiredOnInsert }) => requiredOnInsert, member);
  }

  refuses(member: AnyProperty, type: StructuredType, mode: "create" | "update"): boolean {
    const isCreate = mode === "create";
    const places = this.#of(member, type, isCreate);
    return this.#all(places, (place) => (isCreate ? place.nonInsertable : place.nonUpdatable), member);
  }

  /** The places of entities that have the member, which is of this type or a base. */
  #of(member: AnyProperty, type: StructuredType, collections: boolean): readonly Place[] {
    const line = [type, ...this.#model.bases(type)];
    const owner = line.find((one) => [...one.properties, ...one.navigationProperties].includes(member));
    if (owner === undefined) return [];
    return this.#around(owner).filter((place) => place.collection || !collections);
  }

  #around(owner: StructuredType): readonly Place[] {
    const known = this.#ofType.get(owner.name);
    if (known !== undefined) return known;
    const types = [owner, ...this.#model.bases(owner), ...this.#model.derived(owner.name)].map(({ name }) => name);
    const places = this.#places.filter((place) => types.some((name) => name === place.type));
    this.#ofType.set(owner.name, places);
    return places;
  }

  #all(places: readonly Place[], names: (place: Place) => readonly string[], { name }: AnyProperty): boolean {
    return places.length > 0 && places.every((place) => names(place).includes(name));
  }
}

function childrenOf(model: Model): readonly Place[] {
  return (model.container?.children ?? []).flatMap((child) => {
    if (child.kind === "EntitySet") return [placeOf(child, child.entityType, true, model)];
    return child.kind === "Singleton" ? [placeOf(child, child.type, false, model)] : [];
  });
}

function containedIn(model: Model): readonly Place[] {
  const owners = model.structuredTypes.filter(({ kind }) => kind === "EntityType");
  return owners
    .flatMap(({ navigationProperties }) => navigationProperties)
    .flatMap((one) =>
      one.containsTarget === true && one.type !== undefined
        ? [placeOf(one, one.type.type, one.type.collection, model)]
        : [],
    );
}

function placeOf(
  element: EntitySet | Singleton | NavigationProperty,
  type: string,
  collection: boolean,
  model: Model,
): Place {
  const entity = model.structuredTypes.find(({ name }) => name === type);
  const layers = [element, entity, model.container].flatMap((one) => one ?? []);
  const insert = (name: string) => nearest(layers, model.container, "InsertRestrictions", name);
  const update = (name: string) => nearest(layers, model.container, "UpdateRestrictions", name);
  const required = insert("RequiredProperties");
  const nonInsertable = [...insert("NonInsertableProperties"), ...insert("NonInsertableNavigationProperties")];
  return {
    type,
    collection,
    requiredOnInsert: required.filter((one) => !nonInsertable.includes(one)),
    nonInsertable: nonInsertable.filter((one) => !required.includes(one)),
    nonUpdatable: update("NonUpdatableProperties").filter((one) => !update("RequiredProperties").includes(one)),
  };
}

/** What the nearest element states, and else the defaults of the container. */
function nearest(
  layers: readonly Annotated[],
  container: Annotated | undefined,
  term: "InsertRestrictions" | "UpdateRestrictions",
  name: string,
): readonly string[] {
  const values: readonly (Expression | undefined)[] = [
    ...layers.map((layer) => stated(layer, `Capabilities.${term}`)),
    container && field(stated(container, "Capabilities.DefaultCapabilities"), term),
  ];
  const found = values.map((value) => field(value, name)).find((value) => value !== undefined && value.kind !== "Null");
  return paths(found);
}
