/**
 * Which structured types are written in another form than their read shape made writable throughout. A type is where one
 * of its members is, so the answer spreads from types to those that contain them until nothing changes: the order of
 * types and members has no influence.
 */
import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { isStructured, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { isReadOnly, type MemberAccess } from "../vocabularies/access.js";

type Member = Property | NavigationProperty;

/** A member of a type with its access there. */
export interface AccessedMember {
  readonly member: Member;
  readonly access: MemberAccess;
}

export class WriteTypes {
  readonly #model: Model;
  readonly #special: ReadonlySet<QualifiedName>;

  /** `membersOf` gives the members that a type declares. */
  constructor(model: Model, membersOf: (type: StructuredType) => readonly AccessedMember[]) {
    this.#model = model;
    this.#special = specialTypes(model, membersOf);
  }

  /** Whether the type of a member has write shapes of its own: it has derived types, or members that are written otherwise. */
  hasOwn({ kind, type: ref }: Member): boolean {
    const type = ref && this.#model.type(ref.type);
    if (type === undefined || !isStructured(type)) return false;
    return hasDerived(type, this.#model) || (kind === "Property" && this.#special.has(type.name));
  }
}

function specialTypes(
  model: Model,
  membersOf: (type: StructuredType) => readonly AccessedMember[],
): ReadonlySet<QualifiedName> {
  const special = model.structuredTypes
    .filter((type) => membersOf(type).some((member) => isWrittenOtherwise(member, model)))
    .map(({ name }) => name);
  const holders = groupBy(
    model.structuredTypes.flatMap((type) => partsOf(type).map((part) => ({ part, holder: type.name }))),
    ({ part }) => part,
  );
  const reached = new Set(special);
  // The set grows while it is walked: each type that is found leads to those that contain it.
  for (const name of reached) for (const { holder } of holders.get(name) ?? []) reached.add(holder);
  return reached;
}

/** The types that a type contains: its base, and those of its properties. */
function partsOf({ base, properties }: StructuredType): readonly QualifiedName[] {
  return [...(base === undefined ? [] : [base]), ...properties.flatMap(({ type }) => type?.type ?? [])];
}

/** Whether a member alone makes its type one of another form. */
function isWrittenOtherwise({ member, access }: AccessedMember, model: Model): boolean {
  if (isReadOnly(access) || access.immutable) return true;
  if (member.kind === "NavigationProperty") return member.containsTarget !== true;
  const type = member.type && model.type(member.type.type);
  return type !== undefined && isStructured(type) && hasDerived(type, model);
}

function hasDerived({ name }: StructuredType, model: Model): boolean {
  return model.derived(name).length > 0;
}
