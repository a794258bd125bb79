import type { EnumType, StructuredType } from "../../src/edm/elements.js";
import { type EdmType, isStructured, isType, type Model } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";

/** The types of the CSDL by their names; letter case does not count unless it has to. */
export class CsdlTypes {
  readonly #model: Model;
  readonly #byLowerCase: ReadonlyMap<string, EdmType>;

  constructor(model: Model) {
    this.#model = model;
    const types = model.schemas.flatMap(({ elements }) => elements.filter(isType));
    this.#byLowerCase = new Map(types.map((type) => [type.name.toLowerCase(), type]));
  }

  of(name: QualifiedName): EdmType | undefined {
    return this.#model.type(name) ?? this.#byLowerCase.get(name.toLowerCase());
  }

  structured(name: QualifiedName): StructuredType | undefined {
    const type = this.of(name);
    return type !== undefined && isStructured(type) ? type : undefined;
  }

  /** The type and its bases. */
  line(type: StructuredType): readonly StructuredType[] {
    return [type, ...this.#model.bases(type)];
  }

  derived(type: StructuredType): readonly StructuredType[] {
    return this.#model.derived(type.name);
  }

  get enums(): readonly EnumType[] {
    return this.#model.schemas.flatMap(({ elements }) => elements.filter((element) => element.kind === "EnumType"));
  }
}
