import type { NavigationProperty, TypeRef } from "../../edm/elements.js";
import type { Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { ViewContext } from "../view-context.js";
import type { Wire } from "./wire/wire.js";

/** A navigation property to an entity type. */
export interface Relation {
  readonly property: NavigationProperty;
  readonly target: TypeRef;
}

export interface EntityRelations {
  /** Names in `$expand` that are segments of paths, too. */
  readonly both: readonly Relation[];
  readonly expanded: readonly Relation[];
  readonly passed: readonly Relation[];
}

/** The relations that entity types declare; a type is asked for by each that is derived from it. */
export class Relations {
  readonly #model: Model;
  readonly #paths: Model;
  readonly #wire: Wire;
  readonly #known = new Map<QualifiedName, EntityRelations>();

  constructor({ model, selection: { paths } }: ViewContext, wire: Wire) {
    this.#model = model;
    this.#paths = paths;
    this.#wire = wire;
  }

  of(name: QualifiedName): EntityRelations {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const relations = this.#relationsOf(name);
    this.#known.set(name, relations);
    return relations;
  }

  #relationsOf(name: QualifiedName): EntityRelations {
    const expanded = relationsIn(this.#model, name);
    const passed = this.#paths === this.#model ? expanded : relationsIn(this.#paths, name);
    const passedNames = new Set(passed.map(({ property }) => property.name));
    const both = expanded.filter(
      ({ property }) => passedNames.has(property.name) && this.#wire.segment(property) === property.name,
    );
    const bothNames = new Set(both.map(({ property }) => property.name));
    const isLeft = ({ property }: Relation) => !bothNames.has(property.name);
    return { both, expanded: expanded.filter(isLeft), passed: passed.filter(isLeft) };
  }
}

function relationsIn(model: Model, name: QualifiedName): readonly Relation[] {
  const type = model.type(name);
  if (type?.kind !== "EntityType") return [];
  return type.navigationProperties.flatMap((property) =>
    property.type !== undefined && model.type(property.type.type)?.kind === "EntityType"
      ? [{ property, target: property.type }]
      : [],
  );
}
