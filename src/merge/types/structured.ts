import type { NavigationProperty, Property, PropertyRef, StructuredType } from "../../edm/elements.js";
import { edm } from "../../edm/primitive-types.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { mergeAnnotations } from "./annotations.js";
import type { Bases } from "./bases.js";
import type { Claims } from "../claims.js";
import type { MergeContext } from "../context.js";
import type { MembersByType } from "./member-owners.js";
import { membersOf, mergeMember, type MemberClaim } from "./members.js";

export interface StructuredInputs {
  readonly claims: Claims<StructuredType>;
  readonly bases: Bases;
  readonly members: MembersByType;
  /** Types that stand in a path of the container that pages show. */
  readonly placed: ReadonlySet<QualifiedName>;
  /** Those of them that stand there as items of a collection. */
  readonly items: ReadonlySet<QualifiedName>;
}

type MemberClaims = readonly [MemberClaim, ...MemberClaim[]];

/** Every structured type that anything is said of, by its own declarations or by "Inherited from" rows. */
export function mergeStructuredTypes(inputs: StructuredInputs, context: MergeContext): readonly StructuredType[] {
  const entities = entityRootsOf(inputs);
  const names = new Set([...inputs.claims.keys(), ...inputs.members.keys()]);
  return [...names].map((name) => mergeStructured(name, inputs, entities, context));
}

function mergeStructured(
  name: QualifiedName,
  inputs: StructuredInputs,
  entities: ReadonlySet<QualifiedName>,
  context: MergeContext,
): StructuredType {
  const members = inputs.members.get(name) ?? NO_MEMBERS;
  const claims = inputs.claims.get(name) ?? claimsByMembers(name, members);
  const [winner] = claims;
  const kind = kindByCsdl(name, inputs) ?? (entities.has(rootOf(name, inputs.bases)) ? "EntityType" : "ComplexType");
  const key = keyOf(name, kind, claims, inputs);
  const keyNames = new Set(key?.map((ref) => ref.name));
  const properties: Property[] = [];
  const navigationProperties: NavigationProperty[] = [];
  for (const claim of orderOf(claims, members, context)) {
    const member = mergeMember(name, claim, keyNames.has(claim[0].name), context);
    if (member.kind === "Property") properties.push(member);
    else navigationProperties.push(member);
  }
  const [ref] = key ?? [];
  if (winner.by !== "csdl" && ref !== undefined && !members.has(ref.name))
    properties.unshift(assumedKey(name, ref, winner, context));
  const base = inputs.bases.of(name);
  const type: StructuredType = {
    kind,
    name,
    at: winner.at,
    by: winner.by,
    properties,
    navigationProperties,
    ...(base && { base }),
    ...firstSaid(claims, "abstract"),
    ...(inputs.bases.opened.has(name) ? { open: true } : firstSaid(claims, "open")),
    ...firstSaid(claims, "hasStream"),
    ...(key && { key }),
    ...mergeAnnotations(name, claims, context),
  };
  context.declare(type, claims);
  return type;
}

const NO_MEMBERS: ReadonlyMap<string, MemberClaims> = new Map();

/** What CSDL says of the type, or of the nearest base that it declares: all types of a line are of one kind (CSDL 4.01 §6.2, §9.2). */
function kindByCsdl(name: QualifiedName, { claims, bases }: StructuredInputs): StructuredType["kind"] | undefined {
  for (const type of bases.line(name)) {
    const first = claims.get(type)?.[0];
    if (first?.by === "csdl") return first.kind;
  }
  return undefined;
}

/** A type that only "Inherited from" names is made of the rows that say so. */
function claimsByMembers(name: QualifiedName, members: ReadonlyMap<string, MemberClaims>): readonly [StructuredType] {
  const [first] = members.values().next().value ?? [];
  if (first === undefined) throw new RangeError(`nothing is said of ${name}`);
  return [{ kind: "ComplexType", name, at: first.at, by: first.by, properties: [], navigationProperties: [] }];
}

function firstSaid<K extends "abstract" | "open" | "hasStream">(
  claims: readonly StructuredType[],
  field: K,
): Partial<Pick<StructuredType, K>> {
  const value = claims.find((claim) => claim[field] !== undefined)?.[field];
  return value === undefined ? {} : ({ [field]: value } as Pick<StructuredType, K>);
}

/** Members in the order of the weightiest declaration, then those that only others show. */
function orderOf(
  claims: readonly StructuredType[],
  members: ReadonlyMap<string, MemberClaims>,
  { weigh }: MergeContext,
): readonly MemberClaims[] {
  const ordered = new Set<MemberClaims>();
  for (const claim of claims) {
    // Most claims are examples, and show what is known already.
    if (ordered.size === members.size) break;
    for (const { name } of membersOf(claim)) {
      const said = members.get(name);
      if (said !== undefined) ordered.add(said);
    }
  }
  if (ordered.size === members.size) return [...ordered];
  const rest = [...members.values()].filter((said) => !ordered.has(said));
  return [...ordered, ...rest.sort((a, b) => weigh(a[0], b[0]))];
}

function rootOf(name: QualifiedName, bases: Bases): QualifiedName {
  return bases.above(name).at(-1) ?? name;
}

/**
 * Pages don't say which types are entities: one with a key is, one that stands in a path of the
 * container is, and so is every type that shares a base with one.
 */
function entityRootsOf({ claims, bases, placed }: StructuredInputs): ReadonlySet<QualifiedName> {
  const roots = new Set([...placed].map((name) => rootOf(name, bases)));
  for (const [name, said] of claims) if (said.some(({ kind }) => kind === "EntityType")) roots.add(rootOf(name, bases));
  return roots;
}

/**
 * CSDL says its keys. For pages: the key that one states, else `id` for an entity that shows it,
 * else `id` is assumed for the items of a collection (CSDL 4.01 §6.5 wants a key there).
 */
function keyOf(
  name: QualifiedName,
  kind: StructuredType["kind"],
  claims: readonly [StructuredType, ...StructuredType[]],
  inputs: StructuredInputs,
): readonly PropertyRef[] | undefined {
  const [winner] = claims;
  if (winner.by === "csdl") return winner.key;
  if (kind === "ComplexType" || inputs.bases.above(name).some((base) => bringsKey(base, inputs))) return undefined;
  const said = claims.find(({ key }) => key !== undefined)?.key;
  if (said !== undefined) return said;
  const id = inputs.members.get(name)?.get("id");
  if (id !== undefined) return [{ name: "id", at: id[0].at }];
  return inputs.items.has(name) ? [{ name: "id", at: winner.at }] : undefined;
}

function bringsKey(base: QualifiedName, { claims, members, items }: StructuredInputs): boolean {
  return (
    claims.get(base)?.some(({ key }) => key !== undefined) === true ||
    members.get(base)?.has("id") === true ||
    items.has(base)
  );
}

function assumedKey(
  type: QualifiedName,
  ref: PropertyRef,
  { at, by }: StructuredType,
  context: MergeContext,
): Property {
  context.report.add("key-added", at, { type });
  const property: Property = {
    kind: "Property",
    name: ref.name as SimpleName, // `id`, or a name that the page's reader has checked
    at,
    by,
    type: { type: edm("String"), collection: false, nullable: false },
  };
  context.declare(property, [property]);
  return property;
}
