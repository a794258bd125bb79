/** Which structured types are written in another form than their read shape made writable throughout. */
import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { isReadOnly, memberAccessOf } from "../vocabularies/access.js";
import { allMembers } from "./members-of.js";

export class WriteTypes {
  readonly #model: Model;
  readonly #known = new Map<QualifiedName, boolean>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** Whether the type of a member has write shapes of its own: it has derived types, or members that are written otherwise. */
  hasOwn({ kind, type: ref }: Property | NavigationProperty): boolean {
    const type = ref && this.#model.type(ref.type);
    if (type === undefined || !isStructured(type)) return false;
    return this.#model.derived(type.name).length > 0 || (kind === "Property" && this.#isSpecial(type));
  }

  #isSpecial(type: StructuredType): boolean {
    const known = this.#known.get(type.name);
    if (known !== undefined) return known;
    // Of types that contain each other, the first counts as plain while the others are decided.
    this.#known.set(type.name, false);
    const special = allMembers(type, this.#model).some((member) => this.#isWrittenOtherwise(member));
    this.#known.set(type.name, special);
    return special;
  }

  #isWrittenOtherwise(member: Property | NavigationProperty): boolean {
    const access = memberAccessOf(member);
    if (isReadOnly(access) || access.immutable) return true;
    return member.kind === "NavigationProperty" ? member.containsTarget !== true : this.hasOwn(member);
  }
}
