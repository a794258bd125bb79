/** Which type each property belongs to, and what one property is made of. */
import type { Report } from "../diagnostics/report.js";
import { groupBy } from "../edm/grouping.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { NavigationProperty, Property, StructuredType, TypeRef } from "../edm/elements.js";
import { withMore } from "../edm/with-more.js";
import type { QualifiedName } from "../edm/names.js";
import { isAsSaid, mergeAnnotations } from "./annotations.js";
import type { Bases } from "./bases.js";
import type { Claims } from "./claims.js";
import type { MergeContext } from "./context.js";
import { declaredBelow, reportDerived, type DeclaredMembers } from "./declared-below.js";

export type MemberClaim = Property | NavigationProperty;

/** Everything said of properties, by the type that declares them, in the order they were said. */
export type MembersByType = ReadonlyMap<QualifiedName, ReadonlyMap<string, readonly [MemberClaim, ...MemberClaim[]]>>;

/**
 * Gives every property to the type that declares it: CSDL says so itself; a row "Inherited from X"
 * belongs to X; what a page shows on a derived type and a base declares belongs to the base. What it
 * shows on a base and CSDL declares on a type derived from it is not the base's (CSDL 4.01 §7).
 */
export function assignMembers(claims: Claims<StructuredType>, bases: Bases, context: MergeContext): MembersByType {
  const owners = new Map<QualifiedName, Map<string, MemberClaim[]>>();
  const give = (owner: QualifiedName, member: MemberClaim) => {
    const members = owners.get(owner) ?? new Map<string, MemberClaim[]>();
    owners.set(owner, members);
    const list = members.get(member.name);
    if (list === undefined) members.set(member.name, [member]);
    else list.push(member);
  };
  const fromPages: { readonly type: QualifiedName; readonly member: MemberClaim }[] = [];
  for (const type of [...claims.values()].flat()) {
    for (const member of membersOf(type)) {
      if (member.by === "csdl") give(type.name, member);
      else fromPages.push({ type: type.name, member });
    }
  }

  const spelling = spellingOf(owners, context.report);
  const declaring = (line: readonly QualifiedName[], name: string) =>
    line.findLast((type) => owners.get(type)?.has(name));
  const below = declaredBelow(owners, bases);
  const placed = fromPages.flatMap(({ type, member: written }) => {
    const line = bases.line(type);
    const member = spelling(written, line);
    const declared = declaring(line, member.name);
    if (declared !== undefined) return { member, declared, line: bases.line(declared) };
    const inherited = member.declaredOn;
    // A base from which CSDL derives a type with the property has none itself: the row is about the type it stands with.
    const owner = inherited !== undefined && !below(inherited, member.name) ? inherited : type;
    const derived = below(owner, member.name);
    if (derived === undefined) return { member, declared, line: bases.line(owner) };
    reportDerived(owner, member, derived, context.report);
    return [];
  });
  // Bases first, so that a derived type finds what its base declares. Grouped, since there are few depths to sort.
  const byDepth = [...groupBy(placed, ({ line }) => line.length)].sort(([a], [b]) => a - b);
  for (const [, group] of byDepth) {
    for (const { member, declared, line } of group) give(declared ?? declaring(line, member.name) ?? line[0], member);
  }

  for (const members of owners.values()) {
    for (const list of members.values()) if (list.length > 1) list.sort(context.weigh);
  }
  // Every list was made with its first member.
  return owners as Map<QualifiedName, Map<string, [MemberClaim, ...MemberClaim[]]>>;
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
  return [...properties, ...navigationProperties];
}

/** Makes one property of everything said of it; `claims` come weightiest first. */
export function mergeMember(
  owner: QualifiedName,
  claims: readonly [MemberClaim, ...MemberClaim[]],
  isKey: boolean,
  context: MergeContext,
): MemberClaim {
  const [winner, other] = claims;
  const annotations = mergeAnnotations(`${owner}/${winner.name}`, claims, context);
  // What CSDL alone says stands as it is: that goes for nearly all of a large service.
  const asItIs = winner.by === "csdl" && other === undefined && !isKey && winner.declaredOn === undefined;
  if (asItIs && isAsSaid(annotations, winner)) return winner;
  const type = mergeTypeRef(`${owner}/${winner.name}`, claims, context);
  const { declaredOn: _, annotations: __, type: ___, ...said } = winner;
  const defaultValue = claims.find(
    (claim): claim is Property => claim.kind === "Property" && claim.defaultValue !== undefined,
  )?.defaultValue;
  const merged = withMore<MemberClaim>(
    said,
    type === undefined ? {} : { type: isKey ? withMore(type, { nullable: false }) : type },
    said.kind === "Property" && defaultValue !== undefined ? { defaultValue } : {},
    annotations,
  );
  context.declare(merged, claims);
  return merged;
}

function mergeTypeRef(element: string, claims: readonly MemberClaim[], { report }: MergeContext): TypeRef | undefined {
  const winner = claims.find(({ type }) => type !== undefined);
  if (winner?.type === undefined) return undefined;
  const stands = winner.type;
  for (const claim of claims) {
    // Two declarations in CSDL contradict each other: that is an error, said elsewhere.
    if (
      claim.type === undefined ||
      (claim.by === "csdl" && winner.by === "csdl") ||
      agrees(claim.type, stands, claim.by === "example")
    )
      continue;
    const related = [{ place: winner.at, message: "the declaration that stands" }];
    report.add("type-differs", claim.at, { element, stands: typeText(stands), other: typeText(claim.type) }, related);
  }
  if (winner.by === "csdl") return stands;
  // Of what pages don't call "not nullable" everything may be null, but the items of a collection.
  const nullable = stands.nullable !== false && !stands.collection;
  return stands.nullable === nullable ? stands : withMore(stands, { nullable });
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
