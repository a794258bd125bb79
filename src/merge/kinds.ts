/** A name is of one kind: that of the weightiest claim; claims of the other kind are left out, and said. */
import { sourceIndexOf } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { EnumType, StructuredType } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { isStructured } from "../edm/model.js";
import type { Weighing } from "./weight.js";

/** A claim that makes way for one of another kind. */
export interface KindConflict {
  readonly stands: EnumType | StructuredType;
  readonly other: EnumType | StructuredType;
}

interface Kinds {
  readonly enumTypes: readonly EnumType[];
  readonly structuredTypes: readonly StructuredType[];
  readonly conflicts: readonly KindConflict[];
}

/** Enums apart from entity and complex types, which many sources cannot tell from each other. */
export function apart(types: readonly (EnumType | StructuredType)[], weigh: Weighing): Kinds {
  const conflicts = [...groupBy(types, ({ name }) => name).values()].flatMap((claims) => conflictsAmong(claims, weigh));
  const losers = new Set(conflicts.map(({ other }) => other));
  const standing = losers.size === 0 ? types : types.filter((type) => !losers.has(type));
  return {
    enumTypes: standing.filter((type) => type.kind === "EnumType"),
    structuredTypes: standing.filter(isStructured),
    conflicts,
  };
}

function conflictsAmong(claims: readonly (EnumType | StructuredType)[], weigh: Weighing): readonly KindConflict[] {
  if (claims.length === 1 || !claims.some(isStructured) || claims.every(isStructured)) return [];
  const [stands, ...others] = [...claims].sort(weigh);
  if (stands === undefined) return [];
  return others.filter((other) => isStructured(other) !== isStructured(stands)).map((other) => ({ stands, other }));
}

export function reportKinds(conflicts: readonly KindConflict[], report: Report): void {
  for (const { stands, other } of conflicts) {
    const related = [{ place: stands.at, message: "the declaration that stands" }];
    if (stands.by !== "csdl" || other.by !== "csdl")
      report.add("kind-differs", other.at, { name: other.name, stands: word(stands), other: word(other) }, related);
    // Of two declarations in one document its reader speaks.
    else if (sourceIndexOf(stands.at) !== sourceIndexOf(other.at))
      report.add("duplicate-element", other.at, { name: other.name }, related);
  }
}

function word({ kind }: EnumType | StructuredType): string {
  return kind === "EnumType" ? "an enum" : "a structured type";
}
