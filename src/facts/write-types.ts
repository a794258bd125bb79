/**
 * Which structured types are written in another form than their read shape made writable throughout. A type is where one
 * of its members is, so the answer spreads from types to those that contain them until nothing changes: the order of
 * types and members has no influence.
 */
import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import type { WriteShape } from "../edm/examples/example-types.js";
import { groupBy } from "../edm/grouping.js";
import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { isReadOnly, type MemberAccess } from "../vocabularies/access.js";
import type { NonNull } from "./assumptions.js";
import { isStream, type Presence } from "./presence.js";
import { isInherited } from "./value-facts.js";

type Member = Property | NavigationProperty;

/** What is decided about a member of a type. */
export interface Decision {
  readonly access: MemberAccess;
  readonly presence: Presence;
}

const BOTH: readonly WriteShape[] = ["create", "update"];

type DecisionsOf = (type: StructuredType) => (member: Member) => Decision;

export class WriteTypes {
  readonly #model: Model;
  readonly #nonNull: NonNull;
  readonly #decisionsOf: DecisionsOf;
  #special: ReadonlySet<QualifiedName> | undefined;

  /**
   * `decisionsOf` gives what is decided about the members that a type declares. With `notNull`, the parts of a value that
   * is written need nothing in any case.
   */
  constructor(model: Model, nonNull: NonNull, decisionsOf: DecisionsOf) {
    this.#model = model;
    this.#nonNull = nonNull;
    this.#decisionsOf = decisionsOf;
  }

  /**
   * The shapes in which the type of a member is written as it states itself: it has derived types, members that are
   * written otherwise, or members that a value has when it is read and need not be given when it is created. An update
   * finds related entities by their keys, which the update shape of their type refuses.
   */
  ownShapesOf(member: Member): readonly WriteShape[] {
    const type = typeOf(member, this.#model);
    if (type === undefined) return [];
    if (hasDerived(type, this.#model)) return BOTH;
    this.#special ??= this.#specialTypes();
    if (!this.#special.has(type.name)) return [];
    return member.kind === "Property" ? BOTH : ["create"];
  }

  /** The types that are written otherwise themselves, and those that contain one. */
  #specialTypes(): ReadonlySet<QualifiedName> {
    const start = this.#model.structuredTypes.filter((type) => {
      const decisionOf = this.#decisionsOf(type);
      const isSpecial = (member: Member): boolean =>
        isOfOtherForm(member, this.#model) || isWrittenOtherwise(decisionOf(member), this.#nonNull);
      return type.properties.some(isSpecial) || type.navigationProperties.some(isSpecial);
    });
    const names = start.map(({ name }) => name);
    return spread(names, this.#model);
  }
}

/** The types from which some lead to those given, over what they contain. */
function spread(start: readonly QualifiedName[], { structuredTypes }: Model): ReadonlySet<QualifiedName> {
  const pairs = structuredTypes.flatMap((type) => partsOf(type).map((part) => ({ part, holder: type.name })));
  const holders = groupBy(pairs, ({ part }) => part);
  const reached = new Set(start);
  // The set grows while it is walked: each type that is found leads to those that contain it.
  for (const name of reached) for (const { holder } of holders.get(name) ?? []) reached.add(holder);
  return reached;
}

/** The types that a type contains: its base, and those of its members. */
function partsOf({ base, properties, navigationProperties }: StructuredType): readonly QualifiedName[] {
  const members = [...properties, ...navigationProperties].flatMap(({ type }) => type?.type ?? []);
  return base === undefined ? members : [base, ...members];
}

/** Whether a member alone makes its type one of another form, whatever is decided about it. */
function isOfOtherForm(member: Member, model: Model): boolean {
  if (isInherited(member.name) || isStream(member)) return true;
  if (member.kind === "NavigationProperty" && member.containsTarget !== true) return true;
  const type = typeOf(member, model);
  return type !== undefined && hasDerived(type, model);
}

/** Whether clients do not write a member as it is read, or need not give it to a new value. */
function isWrittenOtherwise({ access, presence }: Decision, nonNull: NonNull): boolean {
  if (isReadOnly(access) || access.immutable) return true;
  return nonNull === "present" && presence.read === "present" && presence.create !== "required";
}

function typeOf({ type: ref }: Member, model: Model): StructuredType | undefined {
  const type: ReturnType<Model["type"]> = ref && model.type(ref.type);
  return type !== undefined && isStructured(type) ? type : undefined;
}

function hasDerived({ name }: StructuredType, model: Model): boolean {
  return model.derived(name).length > 0;
}
