import type { EnumType, Member, TypeName } from "../../edm/elements.js";
import type { Authority } from "../../edm/authority.js";
import { checkedName, placeOf, type Reading } from "../reading.js";
import { shortNameOf } from "../tables/type-cell.js";
import type { ValueList } from "../tables/value-list.js";

/** The enum that an inline list of values shows; undefined when no member of it is legal. */
export function enumOfList(
  reading: Reading,
  list: ValueList,
  name: TypeName,
  from: { readonly at: number; readonly by: Authority },
): EnumType<TypeName> | undefined {
  if (list.broken) reading.report.add("page-values-broken", placeOf(reading, list.end), { type: shortNameOf(name) });
  const members: Member[] = [];
  for (const word of list.words) {
    // `null` says that a property may have no value.
    if (word.text === "null") continue;
    const member = checkedName(reading, word.text, word.at, "member");
    if (member !== undefined && !members.some((other) => other.name === member)) {
      members.push({ name: member, at: placeOf(reading, word.at), by: from.by });
    }
  }
  return members.length === 0
    ? undefined
    : { kind: "EnumType", name, at: placeOf(reading, from.at), by: from.by, members };
}

/** One list for each enum: properties of one type often repeat its values, or show some of them. */
export function withoutRepeats(reading: Reading, enums: readonly EnumType<TypeName>[]): readonly EnumType<TypeName>[] {
  const kept = new Map<string, EnumType<TypeName>>();
  for (const listed of enums) {
    const key = `${listed.by} ${typeof listed.name === "string" ? listed.name : listed.name.short}`;
    const known = kept.get(key);
    if (known === undefined || holds(listed, known))
      kept.set(key, known !== undefined && holds(known, listed) ? known : listed);
    else if (!holds(known, listed)) {
      const stands = { place: known.at, message: "the list that is kept" };
      reading.report.add("page-values-differ", listed.at, { type: shortNameOf(listed.name) }, [stands]);
    }
  }
  return [...kept.values()];
}

function holds(larger: EnumType<TypeName>, smaller: EnumType<TypeName>): boolean {
  return smaller.members.every(({ name }) => larger.members.some((member) => member.name === name));
}
