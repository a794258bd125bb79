import { attribute } from "../../access.js";
import type { XmlElement } from "../../tree/xml-element.js";
import type { OldNames } from "../names.js";
import { oldChildren } from "../namespaces.js";
import { isStated } from "./markup.js";

/** Where entities can be searched: in the sets that say so, and in what leads to their entities. */
export class Searches {
  readonly #names: OldNames;
  /** The types of searchable sets. */
  readonly #types: readonly (string | undefined)[];

  constructor(schemas: readonly XmlElement[], names: OldNames) {
    const sets = schemas
      .flatMap((schema) => oldChildren(schema, "EntityContainer"))
      .flatMap((container) => oldChildren(container, "EntitySet"));
    const searchable = sets.filter((set) => isStated(set, "searchable", "true"));
    this.#names = names;
    this.#types = [...new Set(searchable.map((set) => names.fullName(attribute(set, "EntityType")?.value)))];
  }

  /** Whether a navigation property leads to several entities, none of which is in a searchable set. */
  isLacking(property: XmlElement): boolean {
    const association = this.#names.associationOf(property, "Relationship");
    const end = association?.ends.find(({ role }) => role === attribute(property, "ToRole")?.value);
    if (end === undefined || attribute(end.element, "Multiplicity")?.value !== "*") return false;
    return !this.#types.some((type) => this.#names.isA(type, end.type) || this.#names.isA(end.type, type));
  }
}
