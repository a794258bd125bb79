/** What may and what must be given when an entity is created or updated. */
import type { NavigationProperty, Property } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";
import { placeFactsOf, type PlaceFacts } from "./place-facts.js";
import { isReadOnly } from "../vocabularies/access.js";
import { Core, isTagged } from "../edm/vocabulary.js";

export type WriteShape = "create" | "update";

/** What `Nullable="false"` promises of a value that is read: that it is there, or only that it is not null. */
export type NonNull = "present" | "notNull";

/** Graph leaves out what was not selected. */
export function nonNullByDefault({ container }: Model): NonNull {
  return container !== undefined && namespaceOf(container.name) === "microsoft.graph" ? "notNull" : "present";
}

export class WriteRules {
  readonly #nonNull: NonNull;
  readonly #places: PlaceFacts;

  constructor(model: Model, nonNull: NonNull) {
    this.#nonNull = nonNull;
    this.#places = placeFactsOf(model);
  }

  /** Read-only values never, immutable ones and keys only on create (Core.Computed, .Permissions, .Immutable; CSDL 4.01 §6.5). */
  isRefused(member: Property | NavigationProperty, isKey: boolean, shape: WriteShape): boolean {
    const places = shape === "create" ? this.#places.refusedOnCreate : this.#places.refusedOnUpdate;
    if (isReadOnly(member) || places.has(member)) return true;
    return shape === "update" && (isKey || isTagged(member, Core.Immutable));
  }

  /** Whether a value must be given on create. */
  isRequired(property: Property): boolean {
    if (this.isRefused(property, false, "create")) return false;
    if (this.#places.requiredOnCreate.has(property)) return true;
    return (
      this.#nonNull === "present" &&
      property.type?.nullable === false &&
      !property.type.collection &&
      property.defaultValue === undefined &&
      !isTagged(property, Core.ComputedDefaultValue)
    );
  }
}
