import { groupBy } from "../../../edm/grouping.js";
import type { MemberData, PictureData, StructuredData } from "../format.js";
import { cutText } from "./text-size.js";

export type PictureEdge = Omit<PictureData["edges"][number], "points" | "at">;

/** How many characters a label has at most. */
const LONGEST = 32;

/** The relations between types: one for each pair and kind, with the members that make it. */
export function edgesBetween(types: readonly StructuredData[]): readonly PictureEdge[] {
  const names = new Set(types.map(({ name }) => name));
  return types
    .flatMap(edgesOf)
    .filter(({ to }) => names.has(to))
    .map((edge) => ({ ...edge, label: cutText(edge.label, LONGEST) }));
}

function edgesOf({ name: from, base, members }: StructuredData): readonly PictureEdge[] {
  const groups = groupBy(
    members.filter(({ type }) => type !== undefined),
    (member) => `${kindOf(member)} ${targetOf(member)}`,
  );
  const related = [...groups.values()].map((group): PictureEdge => {
    const [first] = group;
    return { from, to: targetOf(first), label: group.map(labelOf).join(", "), kind: kindOf(first) };
  });
  return base === undefined ? related : [{ from, to: base, label: "", kind: "base" }, ...related];
}

function kindOf({ kind, contained }: MemberData): PictureEdge["kind"] {
  return kind === "Property" ? "value" : contained ? "contained" : "reference";
}

function targetOf({ type = "" }: MemberData): string {
  return /^Collection\((.*)\)$/.exec(type)?.[1] ?? type;
}

function labelOf({ name, type = "" }: MemberData): string {
  return type.startsWith("Collection(") ? `${name}[]` : name;
}
