import type { NavigationProperty, Property } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import { memberAccessOf, isReadOnly, type MemberAccess } from "../vocabularies/access.js";
import { isStream, presenceOf, type Presence, type PresenceRules } from "./presence.js";
import { valueFactsOf, type ValueFacts } from "./value-facts.js";
import type { WriteShape, WriteTypes } from "./write-types.js";

/** A property or navigation property of one type, as every output needs it. */
export interface MemberFacts extends ValueFacts, Presence {
  readonly kind: "Property" | "NavigationProperty";
  /** Whether it is part of the key, or the key (CSDL 4.01 §6.5). */
  readonly key: boolean;
  readonly access: MemberAccess;
  /** Exact text. */
  readonly defaultValue?: string;
  /** Whether a write may relate an entity that exists, by its URL (OData JSON Format 4.01 §8.5). */
  readonly bindable: boolean;
  /** The shapes in which its type is written as it states itself; in the others its read shape, made writable, serves. */
  readonly ownWriteShapes: readonly WriteShape[];
  /** Whether its values are streams, which stand in a payload by annotations (OData JSON Format 4.01 §9). */
  readonly stream: boolean;
}

interface MemberSurroundings {
  readonly model: Model;
  readonly rules: PresenceRules;
  readonly writeTypes: WriteTypes;
}

/** The facts of all members, decided once for all types that inherit a member. */
export class AllMemberFacts {
  readonly model: Model;
  readonly #surroundings: MemberSurroundings;
  readonly #keys = new Map<Property | NavigationProperty, MemberFacts>();
  readonly #others = new Map<Property | NavigationProperty, MemberFacts>();

  constructor(surroundings: MemberSurroundings) {
    this.model = surroundings.model;
    this.#surroundings = surroundings;
  }

  /** A derived type can make a property its key that is no key of the base (CSDL 4.01 §6.5). */
  of(member: Property | NavigationProperty, key: boolean): MemberFacts {
    const decided = key ? this.#keys : this.#others;
    const facts = decided.get(member) ?? memberFactsOf(member, key, this.#surroundings);
    decided.set(member, facts);
    return facts;
  }
}

function memberFactsOf(
  member: Property | NavigationProperty,
  key: boolean,
  { model, rules, writeTypes }: MemberSurroundings,
): MemberFacts {
  const access = memberAccessOf(member);
  const defaultValue = member.kind === "Property" ? member.defaultValue : undefined;
  return {
    kind: member.kind,
    ...valueFactsOf(member, model),
    key,
    ...presenceOf(member, key, access, rules),
    access,
    ...(defaultValue !== undefined && { defaultValue }),
    bindable: member.kind === "NavigationProperty" && member.containsTarget !== true && !isReadOnly(access),
    ownWriteShapes: writeTypes.ownShapesOf(member),
    stream: isStream(member),
  };
}
