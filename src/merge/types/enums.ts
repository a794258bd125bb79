import type { Report } from "../../diagnostics/report.js";
import type { EnumType, Member } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { isAsSaid, mergeAnnotations } from "./annotations.js";
import type { MergeContext } from "../context.js";

/** `unknownFutureValue` alone is no difference: it announces members, it is none. */
const SENTINEL = "unknownFutureValue";

/** Makes one enum of everything said of it; `claims` come weightiest first. */
export function mergeEnum(said: readonly [EnumType, ...EnumType[]], context: MergeContext): EnumType {
  const claims = inLettersOf(said, context.report);
  const list = winningList(claims);
  reportDifferences(list, claims, context.report);
  const flags = claims.find((claim) => claim.flags !== undefined)?.flags;
  const underlyingType = claims.find((claim) => claim.underlyingType !== undefined)?.underlyingType;
  const merged: EnumType = {
    kind: "EnumType",
    name: list.name,
    at: list.at,
    by: list.by,
    ...(underlyingType !== undefined && { underlyingType }),
    ...(flags !== undefined && { flags }),
    ...mergeAnnotations(list.name, claims, context),
    members: mergeMembers(list, claims, context),
  };
  context.declare(merged, [list, ...claims.filter((claim) => claim !== list)]);
  return merged;
}

/** Members that differ from those of CSDL by letter case alone are the same members. */
function inLettersOf(
  [first, ...others]: readonly [EnumType, ...EnumType[]],
  report: Report,
): readonly [EnumType, ...EnumType[]] {
  if (first.by !== "csdl" || others.length === 0) return [first, ...others];
  const names = new Set<string>(first.members.map(({ name }) => name));
  const spellings = new Map(first.members.map((member) => [member.name.toLowerCase(), member]));
  const respelt = (member: Member): Member => {
    const stands = names.has(member.name) ? undefined : spellings.get(member.name.toLowerCase());
    if (stands === undefined) return member;
    const related = [{ place: stands.at, message: "the declaration that stands" }];
    report.add("letter-case-differs", member.at, { what: "member", said: member.name, stands: stands.name }, related);
    return { ...member, name: stands.name };
  };
  return [first, ...others.map((claim) => ({ ...claim, members: claim.members.map(respelt) }))];
}

/**
 * Within the weightiest authority the newest list stands, but age alone never deletes a member:
 * a list that contains it wins over it.
 */
function winningList([first, ...others]: readonly [EnumType, ...EnumType[]]): EnumType {
  let winner = first;
  for (const other of others) {
    if (other.by !== first.by || other.members.length <= winner.members.length) continue;
    if (lacking(other, winner).length === 0) winner = other;
  }
  return winner;
}

/** The members of `other` that `list` does not have. */
function lacking(list: EnumType, other: EnumType): readonly string[] {
  const names = new Set<string>(list.members.map(({ name }) => name));
  return other.members.map(({ name }) => name).filter((name) => name !== SENTINEL && !names.has(name));
}

function reportDifferences(list: EnumType, claims: readonly EnumType[], report: Report): void {
  const shorter: EnumType[] = [];
  for (const claim of claims) {
    if (claim === list || namesAlike(claim, list)) continue;
    const missing = lacking(claim, list);
    const extra = lacking(list, claim);
    if (missing.length === 0 && extra.length === 0) continue;
    if (extra.length === 0 && claim.by === list.by) shorter.push(claim);
    else {
      const related = [{ place: list.at, message: "the list that stands" }];
      report.add("enum-lists-differ", claim.at, { enum: list.name, missing, extra }, related);
    }
  }
  if (shorter.length === 0) return;
  const others = shorter.length === 1 ? "another page leaves some out" : `${shorter.length} other pages leave some out`;
  const related = shorter.map(({ at, members }) => ({ place: at, message: `lists ${members.length} of them` }));
  report.add("enum-lists-nested", list.at, { enum: list.name, count: list.members.length, others }, related);
}

/** Whether two lists name the same in the same order, as most do: then there is nothing to look for. */
function namesAlike({ members: one }: EnumType, { members: other }: EnumType): boolean {
  return one.length === other.length && one.every(({ name }, index) => name === other[index]?.name);
}

function mergeMembers(list: EnumType, claims: readonly EnumType[], context: MergeContext): readonly Member[] {
  const byName = groupBy(
    claims.flatMap(({ members }) => members),
    ({ name }) => name,
  );
  let next = 0n;
  return list.members.map((member) => {
    const others = byName.get(member.name) ?? [];
    const said = others.length === 1 ? others : [member, ...others.filter((other) => other !== member)];
    const value = said.find((other) => other.value !== undefined)?.value ?? next;
    next = value + 1n;
    const annotations = mergeAnnotations(list.name, said, context, member.name);
    // A member of which only one source speaks, and that has its value, stands as it is.
    const asItIs = said.length === 1 && member.value !== undefined;
    if (asItIs && isAsSaid(annotations, member)) return member;
    const merged = { name: member.name, value, at: member.at, by: member.by, ...annotations };
    context.declare(merged, said);
    return merged;
  });
}
