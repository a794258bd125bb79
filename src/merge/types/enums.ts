import type { Report } from "../../diagnostics/report.js";
import type { EnumType, Member } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import type { MergeContext } from "../context.js";
import { hasAnnotations, mergeAnnotations } from "./annotations.js";

/** Ignored when lists are compared: it stands for future members. */
const SENTINEL = "unknownFutureValue";

/** Merges the declarations of one enum, given by precedence. */
export function mergeEnum(declarations: readonly [EnumType, ...EnumType[]], context: MergeContext): EnumType {
  const lists = respelled(declarations, context.report);
  const list = winningList(lists);
  reportDifferences(list, lists, context.report);
  // CSDL that leaves it out declares that the members cannot be combined (CSDL 4.01 §10.2).
  const flags = list.by === "csdl" ? list.flags : lists.find((other) => other.flags !== undefined)?.flags;
  const underlyingType = lists.find((other) => other.underlyingType !== undefined)?.underlyingType;
  const merged: EnumType = {
    kind: "EnumType",
    name: list.name,
    at: list.at,
    by: list.by,
    ...(underlyingType !== undefined && { underlyingType }),
    ...(flags !== undefined && { flags }),
    ...mergeAnnotations(list.name, lists, context),
    members: mergeMembers(list, lists, flags === true, context),
  };
  context.declarations.set(merged, [list, ...lists.filter((other) => other !== list)]);
  return merged;
}

/** Gives the members of pages the letter case of CSDL. */
function respelled(
  [first, ...others]: readonly [EnumType, ...EnumType[]],
  report: Report,
): readonly [EnumType, ...EnumType[]] {
  if (first.by !== "csdl" || others.length === 0) return [first, ...others];
  const names = new Set<string>(first.members.map(({ name }) => name));
  const spellings = new Map(first.members.map((member) => [member.name.toLowerCase(), member]));
  const respell = (member: Member): Member => {
    const stands = names.has(member.name) ? undefined : spellings.get(member.name.toLowerCase());
    if (stands === undefined) return member;
    const related = [{ place: stands.at, message: "the declaration that stands" }];
    const spelling = { what: "member", written: member.name, stands: stands.name };
    report.add("letter-case-differs", member.at, spelling, related);
    return { ...member, name: stands.name };
  };
  return [first, ...others.map((list) => ({ ...list, members: list.members.map(respell) }))];
}

/** The first list stands, unless a longer one of the same authority contains it: age alone never deletes a member. */
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

function reportDifferences(list: EnumType, lists: readonly EnumType[], report: Report): void {
  if (lists.length === 1) return;
  const shorter: EnumType[] = [];
  for (const other of lists) {
    const missing = lacking(other, list);
    const extra = lacking(list, other);
    if (missing.length === 0 && extra.length === 0) continue;
    if (extra.length === 0 && other.by === list.by) shorter.push(other);
    else {
      const related = [{ place: list.at, message: "the list that stands" }];
      report.add("enum-lists-differ", other.at, { enum: list.name, missing, extra }, related);
    }
  }
  if (shorter.length === 0) return;
  const others = shorter.length === 1 ? "another page leaves some out" : `${shorter.length} other pages leave some out`;
  const related = shorter.map(({ at, members }) => ({ place: at, message: `lists ${members.length} of them` }));
  report.add("enum-lists-nested", list.at, { enum: list.name, count: list.members.length, others }, related);
}

/** Members of flags that stand for no bit. */
const NO_BIT = /^(?:none|unknown|notConfigured)$/i;

/** The members of the winning list. A member without a value, as pages list them, gets the next one, or the next bit. */
function mergeMembers(
  list: EnumType,
  lists: readonly EnumType[],
  flags: boolean,
  context: MergeContext,
): readonly Member[] {
  const byName = groupBy(
    lists.flatMap(({ members }) => members),
    ({ name }) => name,
  );
  let next = flags && !NO_BIT.test(list.members[0]?.name ?? "") ? 1n : 0n;
  return list.members.map((member) => {
    const others = (byName.get(member.name) ?? []).filter((other) => other !== member);
    const declarations = [member, ...others];
    const value = declarations.find((other) => other.value !== undefined)?.value ?? next;
    next = flags ? nextBit(value) : value + 1n;
    const { annotations } = mergeAnnotations(list.name, declarations, context, member.name);
    const isWhole = others.length === 0 && member.value !== undefined;
    if (isWhole && hasAnnotations(member, annotations)) return member;
    const { name, at, by } = member;
    const merged: Member = { name, value, at, by, ...(annotations && { annotations }) };
    context.declarations.set(merged, declarations);
    return merged;
  });
}

/** The lowest bit above all those of a value. */
function nextBit(value: bigint): bigint {
  let bit = 1n;
  while (bit <= value) bit *= 2n;
  return bit;
}
