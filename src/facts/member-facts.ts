import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import type { WriteShape } from "../edm/examples/example-types.js";
import type { Model } from "../edm/model.js";
import { isReadOnly, keyAccessOf, type MemberAccess } from "../vocabularies/access.js";
import { keyRefsOf } from "./keys.js";
import { allMembers } from "./members-of.js";
import type { MemberQueries } from "./place-restrictions.js";
import { isStream, presenceOf, type KeyRole, type Presence, type PresenceRules } from "./presence.js";
import { valueFactsOf, type ValueFacts } from "./value-facts.js";
import { accessSent } from "./sent/sent-members.js";
import { underlyingType } from "./value-rules.js";
import { WriteTypes, type Decision } from "./write-types.js";

/** A property or navigation property of one type, as every output needs it. */
export interface MemberFacts extends ValueFacts, Presence {
  readonly kind: "Property" | "NavigationProperty";
  /** Whether it is part of the key, or the key (CSDL 4.01 §6.5). */
  readonly key: boolean;
  readonly access: MemberAccess;
  /** Set where queries are restricted at all places. */
  readonly queries: MemberQueries | undefined;
  /** Exact text. */
  readonly defaultValue: string | undefined;
  /** Whether a write may relate an entity that exists, by its URL (OData JSON Format 4.01 §8.5). */
  readonly bindable: boolean;
  /** The shapes in which its type is written as it states itself; in the others its read shape, made writable, serves. */
  readonly ownWriteShapes: readonly WriteShape[];
  /** Whether its values are streams, which stand in a payload by annotations (OData JSON Format 4.01 §9). */
  readonly stream: boolean;
}

type Member = Property | NavigationProperty;

/** A derived type can make a property its key that is no key of the base (CSDL 4.01 §6.5). */
type ByRole<T> = Readonly<Record<KeyRole, Map<Member, T>>>;

/** The facts of all members, decided once for all types that inherit a member. */
export class AllMemberFacts {
  readonly model: Model;
  readonly #rules: PresenceRules;
  readonly #writeTypes: WriteTypes;
  readonly #decisions: ByRole<Decision> = byRole();
  readonly #facts: ByRole<MemberFacts> = byRole();
  readonly #ofTypes = new Map<StructuredType, readonly MemberFacts[]>();

  constructor(model: Model, rules: PresenceRules) {
    this.model = model;
    this.#rules = rules;
    this.#writeTypes = new WriteTypes(model, rules.assumptions.nonNull, (type) => {
      const roleOf = keyRolesOf(type, model);
      return (member) => this.#decision(member, roleOf(member));
    });
  }

  /** Of all members of a type, inherited ones first. */
  ofType(type: StructuredType): readonly MemberFacts[] {
    const known = this.#ofTypes.get(type);
    if (known !== undefined) return known;
    const { properties, navigationProperties, key } = type;
    const [base] = this.model.bases(type);
    const roleOf = keyRolesOf(type, this.model);
    const factsOf = (member: Member) => this.#of(member, roleOf(member));
    const facts =
      base !== undefined && key === undefined
        ? [...this.ofType(base), ...properties.map(factsOf), ...navigationProperties.map(factsOf)]
        : allMembers(type, this.model).map(factsOf);
    this.#ofTypes.set(type, facts);
    return facts;
  }

  #of(member: Member, role: KeyRole): MemberFacts {
    const known = this.#facts[role].get(member);
    if (known !== undefined) return known;
    const facts = this.#factsOf(member, role);
    this.#facts[role].set(member, facts);
    return facts;
  }

  #decision(member: Member, role: KeyRole): Decision {
    const known = this.#decisions[role].get(member);
    if (known !== undefined) return known;
    const decision = decide(member, role, this.model, this.#rules);
    this.#decisions[role].set(member, decision);
    return decision;
  }

  #factsOf(member: Member, role: KeyRole): MemberFacts {
    const { access, presence } = this.#decision(member, role);
    return {
      kind: member.kind,
      ...valueFactsOf(member, this.model),
      key: role !== "none",
      ...presence,
      access,
      queries: this.#rules.places.queries.get(member),
      defaultValue: member.kind === "Property" ? member.defaultValue : undefined,
      bindable: member.kind === "NavigationProperty" && member.containsTarget !== true && !isReadOnly(access),
      ownWriteShapes: this.#writeTypes.ownShapesOf(member),
      stream: isStream(member),
    };
  }
}

function byRole<T>(): ByRole<T> {
  return { none: new Map(), part: new Map(), whole: new Map() };
}

/** Tells for the members of a type whether they are its key, or a part of it. */
function keyRolesOf(type: StructuredType, model: Model): (member: Member) => KeyRole {
  const names = new Set(keyRefsOf(type, model).map(({ name }) => name));
  const role = names.size === 1 ? "whole" : "part";
  return ({ name }) => (names.has(name) ? role : "none");
}

function accessAs(role: KeyRole, member: Member, { sent }: PresenceRules): MemberAccess {
  const access = accessSent(member, sent);
  return role === "none" ? access : keyAccessOf(access);
}

function decide(member: Member, role: KeyRole, model: Model, rules: PresenceRules): Decision {
  const access = accessAs(role, member, rules);
  const underlying = member.type && underlyingType(member.type.type, model);
  return { access, presence: presenceOf(member, { role, underlying }, access, rules) };
}
