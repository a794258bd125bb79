import type { MemberFacts } from "../../facts/member-facts.js";
import type { Place } from "../change-of.js";
import { readText } from "../emitted/member-text.js";
import type { Pair } from "../pairs.js";
import type { Sides } from "../side.js";

/** A member in both versions, and what is stated of each change. */
export interface MemberPair extends Pair<MemberFacts>, Place {
  readonly sides: Sides;
}

/** The emitted read shape of the member in both versions. */
export function readTexts({ before, after, sides }: MemberPair) {
  return { before: readText(before, sides.before), after: readText(after, sides.after) };
}

export function canWrite({ create, update }: Pick<MemberFacts, "create" | "update">): boolean {
  return create !== "refused" || update !== "refused";
}
