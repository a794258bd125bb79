import { nearest } from "../diagnostics/near.js";
import { isType, type EdmType, type Model } from "../edm/model.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../edm/names.js";
import { groupBy } from "../edm/grouping.js";

/** An index of the types of the CSDL for the names on pages. */
export class TypeIndex {
  readonly model: Model;
  readonly types: readonly EdmType[];
  readonly #bySimpleName: ReadonlyMap<string, readonly EdmType[]>;
  readonly #simpleNames: ReadonlyMap<string, readonly string[]>;

  constructor(model: Model) {
    this.model = model;
    this.types = model.elements.filter(isType);
    this.#bySimpleName = groupBy(this.types, ({ name }) => simpleNameOf(name));
    const byNamespace = groupBy(this.types, ({ name }) => namespaceOf(name));
    this.#simpleNames = new Map(
      [...byNamespace].map(([namespace, types]) => [namespace, types.map(({ name }) => simpleNameOf(name))]),
    );
  }

  /** The type of this name, else the only type with this simple name in any namespace. */
  find(name: QualifiedName): EdmType | undefined {
    const exact = this.model.type(name);
    if (exact !== undefined) return exact;
    const [only, ...others] = this.#bySimpleName.get(simpleNameOf(name)) ?? [];
    return others.length === 0 ? only : undefined;
  }

  /** The type with the most similar name in the same namespace. */
  near(name: QualifiedName): string | undefined {
    const near = nearest(simpleNameOf(name), this.#simpleNames.get(namespaceOf(name)) ?? []);
    return near && `${namespaceOf(name)}.${near}`;
  }
}
