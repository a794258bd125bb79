/** Which type each property belongs to. */
import type { Report } from "../../diagnostics/report.js";
import { groupBy } from "../../edm/grouping.js";
import type { StructuredType } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Bases, Line } from "./bases.js";
import type { Claims } from "../claims.js";
import type { MergeContext } from "../context.js";
import { declaredBelow, reportDerived, type DeclaredMembers } from "./declared-below.js";
import { membersOf, type MemberClaim } from "./members.js";
import type { Weighing } from "../weight.js";

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
