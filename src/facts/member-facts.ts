import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import type { WriteShape } from "../edm/examples/example-types.js";
import type { Model } from "../edm/model.js";
import { isReadOnly, keyAccessOf, type MemberAccess } from "../vocabularies/access.js";
import { keyRefsOf } from "./keys.js";
import type { MemberQueries } from "./place-restrictions.js";
import { isStream, presenceOf, type KeyRole, type Presence, type PresenceRules } from "./presence.js";
import { valueFactsOf, type ValueFacts } from "./value-facts.js";
import { accessSent } from "./sent/sent-members.js";
import { underlyingType } from "./value-rules.js";
import { WriteTypes, type DecidedMember } from "./write-types.js";

/** A property or navigation property of one type, as every output needs it. */
export interface MemberFacts extends ValueFacts, Presence {
  readonly kind: "Property" | "NavigationProperty";
  /** Whether it is part of the key, or the key (CSDL 4.01 §6.5). */
  readonly key: boolean;
  readonly access: MemberAccess;
  /** Set where queries are restricted at all places. */
  readonly queries?: MemberQueries;
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

type Member = Property | NavigationProperty;

/** The facts of all members, decided once for all types that inherit a member. */
export class AllMemberFacts {
  readonly model: Model;
  readonly #surroundings: MemberSurroundings;
  /** A derived type can make a property its key that is no key of the base (CSDL 4.01 §6.5). */
  readonly #decided: Readonly<Record<KeyRole, Map<Member, MemberFacts>>> = {
    none: new Map(),
    part: new Map(),
    whole: new Map(),
  };

  constructor(model: Model, rules: PresenceRules) {
    this.model = model;
    const writeTypes = new WriteTypes(model, rules.assumptions.nonNull, (type) => {
      const roleOf = keyRolesOf(type, model);
      return membersOf(type).map((member) => ({ member, ...decide(member, roleOf(member), model, rules) }));
    });
    this.#surroundings = { model, rules, writeTypes };
  }

  of(member: Member, role: KeyRole): MemberFacts {
    const decided = this.#decided[role];
    const facts = decided.get(member) ?? memberFactsOf(member, role, this.#surroundings);
    decided.set(member, facts);
    return facts;
  }
}

/** Tells for the members of a type whether they are its key, or a part of it. */
export function keyRolesOf(type: StructuredType, model: Model): (member: Member) => KeyRole {
  const names = new Set(keyRefsOf(type, model).map(({ name }) => name));
  const role = names.size === 1 ? "whole" : "part";
  return ({ name }) => (names.has(name) ? role : "none");
}

function membersOf({ properties, navigationProperties }: StructuredType): readonly Member[] {
  return [...properties, ...navigationProperties];
}

function accessAs(role: KeyRole, member: Member, { sent }: PresenceRules): MemberAccess {
  const access = accessSent(member, sent);
  return role === "none" ? access : keyAccessOf(access);
}

function decide(
  member: Member,
  role: KeyRole,
  model: Model,
  rules: PresenceRules,
): Pick<DecidedMember, "access" | "presence"> {
  const access = accessAs(role, member, rules);
  const underlying = member.type && underlyingType(member.type.type, model);
  return { access, presence: presenceOf(member, { role, underlying }, access, rules) };
}

function memberFactsOf(member: Member, role: KeyRole, { model, rules, writeTypes }: MemberSurroundings): MemberFacts {
  const { access, presence } = decide(member, role, model, rules);
  const queries = rules.places.queries.get(member);
  const defaultValue = member.kind === "Property" ? member.defaultValue : undefined;
  return {
    kind: member.kind,
    ...valueFactsOf(member, model),
    key: role !== "none",
    ...presence,
    access,
    ...(queries !== undefined && { queries }),
    ...(defaultValue !== undefined && { defaultValue }),
    bindable: member.kind === "NavigationProperty" && member.containsTarget !== true && !isReadOnly(access),
    ownWriteShapes: writeTypes.ownShapesOf(member),
    stream: isStream(member),
  };
}
