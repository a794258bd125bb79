import type { Model } from "../edm/model.js";
import { isStructured } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { FoundEntity, KeyValue } from "./reads/found-entity.js";

/** The entities that a run has read, for reads and writes that need one. */
export class KnownEntities {
  readonly #found: FoundEntity[] = [];
  readonly #keys = new Map<string, readonly KeyValue[]>();
  readonly #visited = new Set<string>();

  add(found: FoundEntity): void {
    this.#found.push(found);
    this.addKey(found.place.name, found.key);
  }

  /** Adds the key of an entity that a collection has, by its path from the root on: `users/1/messages`. */
  addKey(collection: string, key: readonly KeyValue[]): void {
    if (!this.#keys.has(collection)) this.#keys.set(collection, key);
  }

  keyIn(collection: string): readonly KeyValue[] | undefined {
    return this.#keys.get(collection);
  }

  /** Whether an address comes up for the first time. */
  isFirstVisit(address: string): boolean {
    return this.#visited.size < this.#visited.add(address).size;
  }

  /** Those of a type, or of one derived from it, by the types of their sets. */
  ofType(name: QualifiedName, model: Model): readonly FoundEntity[] {
    return this.#found.filter(({ place: { type } }) => {
      const isOf = (one: { readonly name: QualifiedName }): boolean => one.name === name;
      return isStructured(type) && [type, ...model.bases(type)].some(isOf);
    });
  }
}
