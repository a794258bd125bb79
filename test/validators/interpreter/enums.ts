/** Members of enumerations in JSON: their names, or with IsFlags names and numbers (OData ABNF 4.01 `enumValue`). */
import type { EnumType } from "../../../src/edm/elements.js";
import type { FaultCode } from "./fault.js";
import type { Mode } from "./members.js";
import { isWithin } from "./numbers.js";

export function enumFault(value: unknown, { members, flags }: EnumType, mode: Mode): FaultCode | undefined {
  if (typeof value !== "string") return "type";
  // Services add members, and of an enumeration without any nothing is known.
  if (mode === "read" || members.length === 0) return undefined;
  const parts = flags === true ? value.split(",").map((part) => part.trim()) : [value];
  const isDistinct = new Set(parts).size === parts.length;
  return isDistinct && parts.every((part) => isMember(part, members, flags === true)) ? undefined : "member";
}

/** A client cannot mean the member that stands for those that services add later. */
function isMember(text: string, members: EnumType["members"], flags: boolean): boolean {
  if (text === "unknownFutureValue") return false;
  if (members.some(({ name }) => name === text)) return true;
  return flags && /^[+-]?\d{1,19}$/.test(text) && isWithin(64, true, BigInt(text.replace("+", "")));
}
