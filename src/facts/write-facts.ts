/** What the write shapes of a structured type differ in from its read shape. */
import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import { allMembers, keyNamesOf } from "./members-of.js";
import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { isReadOnly } from "../vocabularies/access.js";
import { Core, isTagged } from "../edm/vocabulary.js";
import type { WriteRules, WriteShape } from "./write-rules.js";

export interface WriteFacts {
  /** Properties that cannot be written. */
  readonly omit: readonly string[];
  /** Properties that must be. */
  readonly require: readonly string[];
  /** Navigation properties that take the URL of an entity that exists. */
  readonly bind: readonly string[];
  readonly bindMany: readonly string[];
  /** Members whose type is not the read type with everything in it made writable. */
  readonly replace: readonly (Property | NavigationProperty)[];
}

/** What does not differ between the shapes, made once for both. */
interface SharedFacts extends Omit<WriteFacts, "omit" | "require"> {
  readonly members: readonly (Property | NavigationProperty)[];
  readonly properties: readonly Property[];
  readonly keys: ReadonlySet<string>;
}

export class WriteShapes {
  readonly #model: Model;
  readonly #rules: WriteRules;
  readonly #own = new Map<QualifiedName, boolean>();
  readonly #members = new Map<StructuredType, readonly (Property | NavigationProperty)[]>();
  readonly #shared = new Map<StructuredType, SharedFacts>();

  constructor(model: Model, rules: WriteRules) {
    this.#model = model;
    this.#rules = rules;
  }

  factsOf(type: StructuredType, shape: WriteShape): WriteFacts {
    const { members, properties, keys, ...same } = this.#sharedOf(type);
    return {
      omit: members
        .filter((member) => this.#rules.isRefused(member, keys.has(member.name), shape))
        .map(({ name }) => name),
      require:
        shape === "create"
          ? properties.filter((property) => this.#rules.isRequired(property)).map(({ name }) => name)
          : [],
      ...same,
    };
  }

  #sharedOf(type: StructuredType): SharedFacts {
    const known = this.#shared.get(type) ?? this.#makeShared(type);
    this.#shared.set(type, known);
    return known;
  }

  #makeShared(type: StructuredType): SharedFacts {
    const members = this.#membersOf(type);
    const bound = members.filter(
      (member): member is NavigationProperty =>
        member.kind === "NavigationProperty" && member.containsTarget !== true && !isReadOnly(member),
    );
    return {
      members,
      properties: members.filter((member) => member.kind === "Property"),
      keys: keyNamesOf(type, this.#model),
      bind: bound.filter(({ type }) => type?.collection !== true).map(({ name }) => name),
      bindMany: bound.filter(({ type }) => type?.collection === true).map(({ name }) => name),
      replace: members.filter(
        (member) => member.type !== undefined && this.#needsOwnShape(member.type.type, member.kind),
      ),
    };
  }

  #membersOf(type: StructuredType): readonly (Property | NavigationProperty)[] {
    const known = this.#members.get(type) ?? allMembers(type, this.#model);
    this.#members.set(type, known);
    return known;
  }

  /** A structured type whose writable form is not its read form throughout: it has variants, or rules of its own. */
  #needsOwnShape(name: QualifiedName, kind: "Property" | "NavigationProperty"): boolean {
    const type = this.#model.type(name);
    if (type === undefined || !isStructured(type)) return false;
    if (this.#model.derived(name).length > 0) return true;
    return kind === "Property" && this.#hasRules(type);
  }

  #hasRules(type: StructuredType): boolean {
    const known = this.#own.get(type.name);
    if (known !== undefined) return known;
    this.#own.set(type.name, false); // a type that contains itself adds nothing to itself
    const has = this.#membersOf(type).some(
      (member) =>
        isReadOnly(member) ||
        isTagged(member, Core.Immutable) ||
        (member.kind === "NavigationProperty" && member.containsTarget !== true) ||
        (member.kind === "Property" && member.type !== undefined && this.#needsOwnShape(member.type.type, "Property")),
    );
    this.#own.set(type.name, has);
    return has;
  }
}
