import type { EnumType, Member } from "../edm/elements.js";

/**
 * The member of an evolvable enumeration that stands for all members that a client does not know yet
 * (https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations).
 */
const UNKNOWN_FUTURE_VALUE = "unknownFutureValue";

/** The members that may be written: the service sends the one that stands for unknown members, and takes it nowhere. */
export function writableMembersOf({ members }: EnumType): readonly Member[] {
  return members.filter(({ name }) => name !== UNKNOWN_FUTURE_VALUE);
}
