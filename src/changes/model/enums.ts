/** Enumerations. What is read may have members that are not listed, so only what is written is held to the list. */
import type { EnumType, Member } from "../../edm/elements.js";
import { documentationOf } from "../../facts/documentation.js";
import type { Change } from "../change.js";
import { goneFrom, changeOf, placeOf } from "../change-of.js";
import { effects, NONE, reasons } from "../effects.js";
import { paired, type Pair } from "../pairs.js";
import { documentationChanges } from "./documentation.js";

export function enumChanges({ before, after }: Pair<EnumType>): readonly Change[] {
  const { name } = before;
  const members = paired(before.members, after.members, (member) => member.name);
  const wasUnknown = before.members.length === 0;
  return [
    ...members.removed.map((member) => memberRemoved(member, after)),
    ...members.added.map((member) => memberAdded(member, after, wasUnknown)),
    ...members.both.flatMap((pair) => memberChanges(pair, after)),
    ...flagsChange({ before, after }),
    ...underlyingChange({ before, after }),
    ...documentationChanges(name, documentationOf(before), documentationOf(after), placeOf(name, before, after)),
  ];
}

function memberRemoved(member: Member, after: EnumType): Change {
  const { name } = after;
  const place = goneFrom(after, `${name}/${member.name}`, member);
  return changeOf(place, "member-removed", `${name} has no member ${member.name} any more.`, {
    effects: effects("compatible", "breaking", "breaking"),
    ...reasons({ readers: "a value that does not come any more", writers: "the value is refused" }),
    before: `"${member.name}"`,
  });
}

/** The first member of an enumeration without any: its values were any strings. */
function memberAdded(member: Member, { name }: EnumType, wasUnknown: boolean): Change {
  const place = placeOf(`${name}/${member.name}`, undefined, member);
  return changeOf(place, "member-added", `${name} has a new member ${member.name}.`, {
    effects: wasUnknown ? effects("compatible", "breaking", "breaking") : effects("compatible", "none", "compatible"),
    ...reasons({
      readers: "values that are read may be any string",
      source: wasUnknown ? "values that are written were any strings" : undefined,
    }),
    after: `"${member.name}"`,
  });
}

function memberChanges({ before, after }: Pair<Member>, { name, flags }: EnumType): readonly Change[] {
  const element = `${name}/${before.name}`;
  const place = placeOf(element, before, after);
  const [old, now] = [before.value, after.value];
  const isOther = old !== undefined && now !== undefined && old !== now;
  const value = changeOf(place, "member-value-changed", `${element} has another number.`, {
    // JSON has the names of members, and numbers for those of several values alone.
    effects: flags === true ? effects("compatible", "compatible", "none") : NONE,
    before: String(old),
    after: String(now),
  });
  const documented = documentationChanges(element, documentationOf(before), documentationOf(after), place);
  return [...(isOther ? [value] : []), ...documented];
}

function flagsChange({ before, after }: Pair<EnumType>): readonly Change[] {
  const [old, now] = [before.flags === true, after.flags === true];
  if (old === now) return [];
  const { name } = before;
  const message = now ? `Values of ${name} may be several members.` : `Values of ${name} are single members.`;
  return [
    changeOf(placeOf(name, before, after), "flags-changed", message, {
      effects: now ? effects("breaking", "compatible", "breaking") : effects("compatible", "breaking", "breaking"),
      ...reasons({ readers: now ? "a value may be a list with commas" : undefined }),
    }),
  ];
}

/** Numbers of members are not in JSON. */
function underlyingChange({ before, after }: Pair<EnumType>): readonly Change[] {
  const [old = "Edm.Int32", now = "Edm.Int32"]: readonly (string | undefined)[] = [
    before.underlyingType,
    after.underlyingType,
  ];
  if (old === now) return [];
  const place = placeOf(before.name, before, after);
  const message = `${before.name} has numbers of the type ${now}, not ${old}.`;
  return [changeOf(place, "underlying-type-changed", message, { effects: NONE, before: old, after: now })];
}
