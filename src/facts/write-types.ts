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
import type { NonNull } from "./assumptions.js";
import type { Presence } from "./presence.js";

type Member = Property | NavigationProperty;

/** A member of a type, as it is decided there. */
export interface DecidedMember {
  readonly member: Member;
  readonly access: MemberAccess;
  readonly presence: Presence;
}

export class WriteTypes {
  readonly #model: Model;
  readonly #written: ReadonlySet<QualifiedName>;
  readonly #created: ReadonlySet<QualifiedName>;

  /**
   * `membersOf` gives the members that a type declares. With `notNull`, the parts of a value that is written need nothing
   * in any case.
   */
  constructor(model: Model, nonNull: NonNull, membersOf: (type: StructuredType) => readonly DecidedMember[]) {
    this.#model = model;
    const where = (holds: (member: DecidedMember) => boolean): readonly QualifiedName[] =>
      model.structuredTypes.filter((type) => membersOf(type).some(holds)).map(({ name }) => name);
    this.#created = nonNull === "notNull" ? new Set() : spread(where(needsLess), model, allPartsOf);
    const written = [...this.#created, ...where((member) => isWrittenOtherwise(member, model))];
    this.#written = spread(written, model, partsOf);
  }

  /**
   * Whether the type of a member has write shapes of its own: it has derived types, members that are written otherwise,
   * or members that a value has when it is read and need not be given when it is created. A related entity, in whose
   * read shape made writable all else may stay, only for the first and the last reason.
   */
  hasOwn({ kind, type: ref }: Member): boolean {
    const type = ref && this.#model.type(ref.type);
    if (type === undefined || !isStructured(type)) return false;
    return hasDerived(type, this.#model) || (kind === "Property" ? this.#written : this.#created).has(type.name);
  }
}

/** The types from which some lead to those given, over what they contain. */
function spread(
  start: readonly QualifiedName[],
  { structuredTypes }: Model,
  partsOf: (type: StructuredType) => readonly QualifiedName[],
): ReadonlySet<QualifiedName> {
  const pairs = structuredTypes.flatMap((type) => partsOf(type).map((part) => ({ part, holder: type.name })));
  const holders = groupBy(pairs, ({ part }) => part);
  const reached = new Set(start);
  // The set grows while it is walked: each type that is found leads to those that contain it.
  for (const name of reached) for (const { holder } of holders.get(name) ?? []) reached.add(holder);
  return reached;
}

/** The types that a type contains: its base, and those of its properties. */
function partsOf({ base, properties }: StructuredType): readonly QualifiedName[] {
  return [...(base === undefined ? [] : [base]), ...properties.flatMap(({ type }) => type?.type ?? [])];
}

/** With those of its navigation properties. */
function allPartsOf(type: StructuredType): readonly QualifiedName[] {
  return [...partsOf(type), ...type.navigationProperties.flatMap(({ type: ref }) => ref?.type ?? [])];
}

/** Whether a value has the member when it is read, and a new one need not be given it. */
function needsLess({ presence }: DecidedMember): boolean {
  return presence.read === "present" && presence.create !== "required";
}

/** Whether a member alone makes its type one of another form. */
function isWrittenOtherwise({ member, access }: DecidedMember, model: Model): boolean {
  if (isReadOnly(access) || access.immutable) return true;
  if (member.kind === "NavigationProperty") return member.containsTarget !== true;
  const type = member.type && model.type(member.type.type);
  return type !== undefined && isStructured(type) && hasDerived(type, model);
}

function hasDerived({ name }: StructuredType, model: Model): boolean {
  return model.derived(name).length > 0;
}
