import type { Model } from "../edm/model.js";
import { isStructured } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { FoundEntity } from "./reads/found-entity.js";

/** The entities that a run has read, for reads and writes that need one. */
export class KnownEntities {
  readonly #found: FoundEntity[] = [];

  add(found: FoundEntity): void {
    this.#found.push(found);
  }

  /** Those of a type, or of one derived from it, by the types of their sets. */
  ofType(name: QualifiedName, model: Model): readonly FoundEntity[] {
    return this.#found.filter(({ place: { type } }) => {
      const isOf = (one: { readonly name: QualifiedName }): boolean => one.name === name;
      return isStructured(type) && [type, ...model.bases(type)].some(isOf);
    });
  }
}
