import type { EnumType, Member, TypeName } from "../../edm/elements.js";
import type { Authority } from "../../edm/authority.js";
import { checkedName, placeOf, type PageContext } from "../page-context.js";
import { shortNameOf } from "../tables/type-cell.js";
import type { ValueList } from "../tables/value-list.js";

/** Reads the enum of a list of values in a description; undefined when no value is a legal name. */
export function enumOfList(
  context: PageContext,
  list: ValueList,
  name: TypeName,
  from: { readonly at: number; readonly by: Authority; readonly flags: boolean },
): EnumType<TypeName> | undefined {
  if (list.broken) context.report.add("page-values-broken", placeOf(context, list.end), { type: shortNameOf(name) });
  const members: Member[] = [];
  for (const word of list.words) {
    // Means that the property can be null.
    if (word.text === "null") continue;
    const member = checkedName(context, word.text, word.at, "member");
    if (member !== undefined && !members.some((other) => other.name === member)) {
      members.push({ name: member, at: placeOf(context, word.at), by: from.by });
    }
  }
  return members.length === 0
    ? undefined
    : {
        kind: "EnumType",
        name,
        at: placeOf(context, from.at),
        by: from.by,
        ...(from.flags && { flags: true }),
        members,
      };
}

/** Keeps the longest list for each enum: properties of one type repeat its values, or some of them. */
export function withoutRepeats(
  context: PageContext,
  enums: readonly EnumType<TypeName>[],
): readonly EnumType<TypeName>[] {
  const lists = new Map<string, EnumType<TypeName>>();
  for (const listed of enums) {
    const key = `${listed.by} ${typeof listed.name === "string" ? listed.name : listed.name.short}`;
    const known = lists.get(key);
    if (known === undefined || includesAll(listed, known))
      lists.set(key, known !== undefined && includesAll(known, listed) ? known : listed);
    else if (!includesAll(known, listed)) {
      const kept = { place: known.at, message: "the list that is kept" };
      context.report.add("page-values-differ", listed.at, { type: shortNameOf(listed.name) }, [kept]);
    }
  }
  return [...lists.values()];
}

function includesAll(larger: EnumType<TypeName>, smaller: EnumType<TypeName>): boolean {
  return smaller.members.every(({ name }) => larger.members.some((member) => member.name === name));
}
