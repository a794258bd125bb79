/**
 * Members that pages alone call read-only, and that requests send all the same. Pages describe a type once, for all its
 * uses: "Read-only" on a property of a complex value is about the entity that has it, not about the parameters of an
 * action, and a request that documents a member in its body has the last word on it.
 */
import type { NavigationProperty, Property } from "../../edm/elements.js";
import type { WriteShape } from "../../edm/examples/example-types.js";
import { isStructured, parametersOf, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { annotationOf, Core, isOnlyDescribed, isTagged } from "../../edm/vocabulary.js";
import { isReadOnly, memberAccessOf, type MemberAccess } from "../../vocabularies/access.js";
import { ownMembers, sentValuesOf } from "./sent-values.js";

type Member = Property | NavigationProperty;

/** For each shape of a body the members that are not refused in it. What may be updated may be given to a new entity. */
export type SentMembers = Readonly<Record<WriteShape, ReadonlySet<Member>>>;

export function sentMembersOf(model: Model): SentMembers {
  const all = model.structuredTypes.flatMap((type) =>
    ownMembers(type).flatMap((member) => (isOnlyDescribed(member) ? [] : [{ member, type }])),
  );
  const called = all.filter(({ member }) => isCalledReadOnly(member, model));
  const kept = all.filter(({ member }) => isCalledImmutable(member, model));
  if (called.length + kept.length === 0) return { create: new Set(), update: new Set() };
  const { members, complexTypes } = sentValuesOf(model);
  const given = givenTypes(model);
  const values = withBases(complexTypes, model);
  const isSent = (shape: WriteShape, { member, type: { kind, name } }: (typeof all)[number]): boolean =>
    (given.has(name) && (shape === "create" || kind === "ComplexType")) ||
    values.has(name) ||
    members[shape].has(member);
  const updated = [...called, ...kept].filter((one) => isSent("update", one));
  const created = [...called.filter((one) => isSent("create", one)), ...updated];
  const membersOf = (ones: typeof all) => new Set(ones.map(({ member }) => member));
  return { create: membersOf(created), update: membersOf(updated) };
}

/** The access to a member: one that is sent to create and not to update is immutable. */
export function accessSent(member: Member, { create, update }: SentMembers): MemberAccess {
  const access = memberAccessOf(member);
  if (!create.has(member)) return access;
  return { ...access, computed: false, immutable: access.immutable || !update.has(member) };
}

/** Whether a member is read-only by the word of pages, and no CSDL has it so. */
export function isCalledReadOnly(member: Member, model: Model): boolean {
  return isTaggedByPages(member, Core.Computed, model) && !isReadOnly({ ...memberAccessOf(member), computed: false });
}

/** Whether a member is read-only once it is set, by the word of pages. */
function isCalledImmutable(member: Member, model: Model): boolean {
  return isTaggedByPages(member, Core.Immutable, model) && !isReadOnly(memberAccessOf(member));
}

function isTaggedByPages(member: Member, term: QualifiedName, model: Model): boolean {
  if (!isTagged(member, term)) return false;
  const annotation = annotationOf(member, term);
  const by = model.declarations(member).find(({ annotations }) => annotation && annotations?.includes(annotation))?.by;
  // External annotations stand in CSDL only.
  return by !== undefined && by !== "csdl";
}

/**
 * The types of the parameters of actions and of the complex values in them, these with their base types. What an entity
 * inherits is declared for other entities, too.
 */
function givenTypes(model: Model): ReadonlySet<QualifiedName> {
  const refs = model.operations
    .filter(({ kind }) => kind === "Action")
    .flatMap((operation) => parametersOf(operation).flatMap(({ type }) => type ?? []));
  const found = new Set(refs.map(({ type }) => type));
  // The set grows while it is walked.
  for (const name of found) for (const part of partsOf(name, model)) found.add(part);
  return withBases(found, model);
}

/** The complex types of the values of a type, and those derived from a complex type. */
function partsOf(name: QualifiedName, model: Model): readonly QualifiedName[] {
  const type = model.type(name);
  if (type === undefined || !isStructured(type)) return [];
  const values = [type, ...model.bases(type)]
    .flatMap(({ properties }) => properties)
    .flatMap(({ type: ref }) => (ref !== undefined && model.type(ref.type)?.kind === "ComplexType" ? [ref.type] : []));
  if (type.kind === "EntityType") return values;
  return [...values, ...model.derived(name).map((derived) => derived.name)];
}

/** Adds the base types of complex types. */
function withBases(names: ReadonlySet<QualifiedName>, model: Model): ReadonlySet<QualifiedName> {
  return new Set([...names].flatMap((name) => [name, ...basesOf(name, model)]));
}

function basesOf(name: QualifiedName, model: Model): readonly QualifiedName[] {
  const type = model.type(name);
  return type?.kind === "ComplexType" ? model.bases(type).map((base) => base.name) : [];
}
