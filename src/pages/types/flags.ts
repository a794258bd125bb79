/** Whether the members of an enum can be combined, which pages state in words or show by their numbers. */
import type { Member } from "../../edm/elements.js";

const WORDING = new RegExp(
  [
    String.raw`\b(?:flags?|flagged|bitwise|multi-?valued?)\s+(?:string\s+)?enum`,
    String.raw`\benum(?:eration)?\s+(?:of|with)\s+flags\b`,
    String.raw`\bbit\s?mask\b`,
    String.raw`(?:^|[.;]\s+)(?:this\s+(?:property|parameter)\s+is\s+)?multi-?valued(?=\s*[.;]|\s*$)`,
    String.raw`\b(?:values|members|flags)\s+(?:can|may)\s+be\s+combined\b`,
    String.raw`\bcombination\s+of\s+(?:(?:one|or|more|the|these|following|possible)\s+){0,5}(?:values|members|flags)\b`,
    String.raw`\bcomma[- ]separated\s+(?:list|string|set|combination)\s+of\s+(?:(?:the|these|following|possible|enum)\s+){0,3}(?:values|members|flags)\b`,
    String.raw`\bone\s+or\s+more\s+of\s+(?:the|these)\s+(?:following\s+|possible\s+)?(?:values|members|flags)\b`,
  ].join("|"),
  "i",
);

/** Whether a text calls an enum one of flags: "Flags enum", "Multi-valued.", "The values can be combined". */
export function statesFlags(text: string): boolean {
  return WORDING.test(text);
}

/**
 * Whether all members have numbers that are bits, at least five of them: with fewer, ordered values look the same. On
 * the pages of Microsoft Graph, the CSDL agrees for all ten such enums, and for 26 of 30 with three bits or more.
 */
export function areBits(members: readonly Pick<Member, "value">[]): boolean {
  const bits = members.flatMap(({ value }) => (value !== undefined && isBit(value) ? [value] : []));
  return bits.length >= 5 && members.every(({ value }) => value === 0n || (value !== undefined && isBit(value)));
}

function isBit(value: bigint): boolean {
  return value > 0n && (value & (value - 1n)) === 0n;
}
