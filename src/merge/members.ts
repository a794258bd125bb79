/** Which type each property belongs to, and what one property is made of. */
import type { Report } from "../diagnostics/report.js";
import { groupBy } from "../edm/grouping.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { NavigationProperty, Property, StructuredType, TypeRef } from "../edm/elements.js";
import { withMore } from "../edm/with-more.js";
import type { QualifiedName } from "../edm/names.js";
import { isAsSaid, mergeAnnotations } from "./annotations.js";
import type { Bases, Line } from "./bases.js";
import type { Claims } from "./claims.js";
import type { MergeContext } from "./context.js";
import { declaredBelow, reportDerived, type DeclaredMembers } from "./declared-below.js";
import type { Weighing } from "./weight.js";

export type MemberClaim = Property | NavigationProperty;

/** Everything said of properties, by the type that declares them, in the order they were said. */
export type MembersByType = ReadonlyMap<QualifiedName, ReadonlyMap<string, readonly [MemberClaim, ...MemberClaim[]]>>;

/**
 * Gives every property to the type that declares it: CSDL says so itself; a row "Inherited from X"
 * belongs to X; what a page shows on a derived type and a base declares belongs to the base. What it
 * shows on a base and CSDL declares on a type derived from it is not the base's (CSDL 4.01 §7).
 */
export function assignMembers(claims: Claims<StructuredType>, bases: Bases, context: MergeContext): MembersByType {
  const owners: Owners = new Map();
  const fromPages: StructuredType[] = [];
  for (const said of claims.values()) {
    for (const type of said) {
      if (type.by === "csdl") giveAll(membersOf(type), owners, [type.name]);
      else fromPages.push(type);
    }
  }
  const runs = runsOf(fromPages, owners, bases, context.report);
  // Bases first, so that a derived type finds what its base declares. Grouped, since there are few depths to sort.
  const byDepth = [...groupBy(runs, ({ line }) => line.length)].sort(([a], [b]) => a - b);
  for (const [, group] of byDepth) {
    for (const { members, line, declared } of group) giveAll(members, owners, declared ? [line[0]] : line);
  }

  for (const members of owners.values()) {
    for (const list of members.values()) if (!isInOrder(list, context.weigh)) list.sort(context.weigh);
  }
  // Every list was made with its first member.
  return owners as Map<QualifiedName, Map<string, [MemberClaim, ...MemberClaim[]]>>;
}

/** Of most lists true, since the claims on their types are in order, and found out faster than by sorting. */
function isInOrder(list: readonly MemberClaim[], weigh: Weighing): boolean {
  let before: MemberClaim | undefined;
  for (const claim of list) {
    if (before !== undefined && weigh(before, claim) > 0) return false;
    before = claim;
  }
  return true;
}

type Owners = Map<QualifiedName, Map<string, MemberClaim[]>>;

/** Gives each member to the base furthest up that has one of its name, else to the first type of the line. */
function giveAll(members: readonly MemberClaim[], owners: Owners, line: Line): void {
  const [type] = line;
  // Looked up once, since what members go one way is many.
  const maps = [...line].reverse().flatMap((one) => owners.get(one) ?? []);
  for (const member of members) {
    const list = listOf(member.name, maps);
    if (list !== undefined) {
      list.push(member);
      continue;
    }
    let own = owners.get(type);
    if (own === undefined) {
      own = new Map();
      owners.set(type, own);
      maps.push(own);
    }
    own.set(member.name, [member]);
  }
}

function listOf(name: string, maps: readonly ReadonlyMap<string, MemberClaim[]>[]): MemberClaim[] | undefined {
  for (const map of maps) {
    const list = map.get(name);
    if (list !== undefined) return list;
  }
  return undefined;
}

/** Members said one after another that go one way: to bases that have them too, or to the first type of the line. */
interface Run {
  readonly line: Line;
  /** Whether CSDL declares them on the first type, so that no base is asked. */
  readonly declared: boolean;
  readonly members: MemberClaim[];
}

class Runs {
  readonly all: Run[] = [];
  #last: Run | undefined;

  add(member: MemberClaim, line: Line, declared: boolean): void {
    const last = this.#last;
    if (last?.line === line && last.declared === declared) {
      last.members.push(member);
    } else {
      this.#last = { line, declared, members: [member] };
      this.all.push(this.#last);
    }
  }
}

/** Which way the members go that pages show, `owners` being those that CSDL declares. */
function runsOf(
  types: readonly StructuredType[],
  owners: DeclaredMembers,
  bases: Bases,
  report: Report,
): readonly Run[] {
  const runs = new Runs();
  const spelling = spellingOf(owners, report);
  const below = declaredBelow(owners, bases);
  for (const type of types) {
    const line = bases.line(type.name);
    for (const written of membersOf(type)) {
      // Without CSDL a row is about the type that it names, else the one that it stands with.
      if (owners.size === 0) {
        runs.add(written, written.declaredOn === undefined ? line : bases.line(written.declaredOn), false);
        continue;
      }
      const member = spelling(written, line);
      const declared = declaring(line, member.name, owners);
      if (declared !== undefined) {
        runs.add(member, bases.line(declared), true);
        continue;
      }
      const inherited = member.declaredOn;
      // A base from which CSDL derives a type with the property has none itself: the row is about the type it stands with.
      const owner = inherited !== undefined && !below(inherited, member.name) ? bases.line(inherited) : line;
      const derived = below(owner[0], member.name);
      if (derived === undefined) runs.add(member, owner, false);
      else reportDerived(owner[0], member, derived, report);
    }
  }
  return runs.all;
}

/** The type of a line furthest up for which CSDL declares a member. */
function declaring(line: Line, name: string, owners: DeclaredMembers): QualifiedName | undefined {
  return line.findLast((type) => owners.get(type)?.has(name));
}

/** Gives a property the letters that CSDL writes its name in; what differs by them alone is no property of its own. */
function spellingOf(declared: DeclaredMembers, report: Report) {
  if (declared.size === 0) return (member: MemberClaim) => member;
  const lowerCase = new Map<QualifiedName, ReadonlyMap<string, MemberClaim>>();
  // Made when a page speaks of the type: without pages nobody asks.
  const lowerCaseOf = (type: QualifiedName) => {
    const known =
      lowerCase.get(type) ?? new Map(firsts(declared.get(type)).map((one) => [one.name.toLowerCase(), one]));
    lowerCase.set(type, known);
    return known;
  };
  return (member: MemberClaim, line: readonly QualifiedName[]): MemberClaim => {
    if (line.some((type) => declared.get(type)?.has(member.name))) return member;
    const key = member.name.toLowerCase();
    const stands = line.flatMap((type) => lowerCaseOf(type).get(key) ?? [])[0];
    if (stands === undefined) return member;
    const related = [{ place: stands.at, message: "the declaration that stands" }];
    const names = { what: "property", said: member.name, stands: stands.name };
    // In an example, letter case is the audit's to say.
    if (member.by !== "example") report.add("letter-case-differs", member.at, names, related);
    return { ...member, name: stands.name };
  };
}

function firsts(members: ReadonlyMap<string, readonly MemberClaim[]> = new Map()): readonly MemberClaim[] {
  return [...members.values()].flatMap(([first]) => first ?? []);
}

export function membersOf({ properties, navigationProperties }: StructuredType): readonly MemberClaim[] {
  if (navigationProperties.length === 0) return properties;
  return [...properties, ...navigationProperties];
}

/** Makes one property of everything said of it; `claims` come weightiest first. */
export function mergeMember(
  owner: QualifiedName,
  claims: readonly [MemberClaim, ...MemberClaim[]],
  isKey: boolean,
  context: MergeContext,
): MemberClaim {
  const winner = claims[0];
  const annotations = mergeAnnotations(owner, claims, context, winner.name);
  const stated = mergeTypeRef(owner, claims, context);
  const type = stated && isKey ? withNullability(stated, false) : stated;
  // What one source alone says stands as it is: that goes for nearly all of a large service.
  const alone = claims.length === 1 && winner.declaredOn === undefined && type === winner.type;
  if (alone && isAsSaid(annotations, winner)) return winner;
  const defaultValue = winner.kind === "Property" ? defaultOf(claims) : undefined;
  const merged = withMore<MemberClaim>(
    winner.declaredOn === undefined ? winner : withoutOwner(winner),
    type === undefined ? {} : { type },
    defaultValue !== undefined ? { defaultValue } : {},
    annotations,
  );
  context.declare(merged, claims);
  return merged;
}

function withoutOwner(member: MemberClaim): MemberClaim {
  const { declaredOn: _, ...own } = member;
  return own;
}

function defaultOf(claims: readonly MemberClaim[]): string | undefined {
  for (const claim of claims)
    if (claim.kind === "Property" && claim.defaultValue !== undefined) return claim.defaultValue;
  return undefined;
}

function mergeTypeRef(
  owner: QualifiedName,
  claims: readonly [MemberClaim, ...MemberClaim[]],
  { report }: MergeContext,
): TypeRef | undefined {
  const winner = claims[0].type === undefined ? claims.find(({ type }) => type !== undefined) : claims[0];
  if (winner?.type === undefined) return undefined;
  const stands = winner.type;
  for (const claim of claims) {
    // Two declarations in CSDL contradict each other: that is an error, said elsewhere.
    if (
      claim === winner ||
      claim.type === undefined ||
      (claim.by === "csdl" && winner.by === "csdl") ||
      agrees(claim.type, stands, claim.by === "example")
    )
      continue;
    const element = `${owner}/${claims[0].name}`;
    const related = [{ place: winner.at, message: "the declaration that stands" }];
    report.add("type-differs", claim.at, { element, stands: typeText(stands), other: typeText(claim.type) }, related);
  }
  if (winner.by === "csdl") return stands;
  // Of what pages don't call "not nullable" everything may be null, but the items of a collection.
  return withNullability(stands, stands.nullable !== false && !stands.collection);
}

function withNullability(type: TypeRef, nullable: boolean): TypeRef {
  return type.nullable === nullable ? type : withMore(type, { nullable });
}

/**
 * An example shows how a value is written, not its type: a string may be a member of an enum, a
 * Guid or a date; a whole number may be a Double.
 */
function agrees(said: TypeRef, stands: TypeRef, example: boolean): boolean {
  if (said.collection !== stands.collection) return false;
  if (said.type === stands.type) return true;
  if (!example) return false;
  const shown = edmTypeOf(said.type);
  const name = edmTypeOf(stands.type);
  if (shown === "String" || shown === "DateTimeOffset") return name === undefined || !isNumeric(name);
  return shown === undefined ? name === undefined || name === "Untyped" : name !== "String" && name !== undefined;
}

function isNumeric(name: string): boolean {
  return /^(Byte|SByte|Int16|Int32|Single|Boolean)$/.test(name);
}

function typeText({ type, collection }: TypeRef): string {
  return collection ? `Collection(${type})` : type;
}
