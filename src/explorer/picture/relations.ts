import { groupBy } from "../../edm/grouping.js";
import type { MemberData, StructuredData } from "../../explore/data/format.js";
import { isCollectionText } from "../model/type-names.js";
import { basesOf, derivedFrom, structuredType } from "../model/types.js";
import { type MemberUse, memberUses } from "../model/used-by.js";

/** The types that a type is related to. */
export interface Relations {
  readonly type: string;
  /** Nearest first. */
  readonly bases: readonly string[];
  /** Directly derived types. */
  readonly derived: readonly string[];
  readonly uses: readonly Relation[];
  readonly usedBy: readonly Relation[];
  /** That to itself, if any. */
  readonly itself: readonly Relation[];
}

export interface Relation {
  readonly name: string;
  readonly kind: RelationKind;
  /** The members that make the relation; those of collections end in `[]`. */
  readonly members: readonly string[];
}

/** A navigation property with or without containment, or the value of a complex type. */
export type RelationKind = "contained" | "reference" | "value";

const kinds: readonly RelationKind[] = ["contained", "reference", "value"];

/** What a type's own members refer to and what refers to the type. */
export function relationsOf(type: StructuredData): Relations {
  const names = (all: readonly StructuredData[]) => all.map(({ name }) => name);
  const own = memberUses().filter(({ owner, target }) => owner === type && structuredType(target) !== undefined);
  const others = memberUses().filter(({ owner, target }) => owner !== type && target === type.name);
  const uses = related(own, ({ target }) => target);
  return {
    type: type.name,
    bases: names(basesOf(type)),
    derived: names(derivedFrom(type)),
    uses: uses.filter(({ name }) => name !== type.name),
    usedBy: related(others, ({ owner }) => owner.name),
    itself: uses.filter(({ name }) => name === type.name),
  };
}

/** One relation for each type: containment first, then by name. */
function related(uses: readonly MemberUse[], nameOf: (use: MemberUse) => string): readonly Relation[] {
  const relations = [...groupBy(uses, nameOf)].map(([name, group]): Relation => {
    const ofGroup = new Set(group.map(({ member }) => kindOf(member)));
    return { name, kind: kinds.find((kind) => ofGroup.has(kind)) ?? "value", members: group.map(memberText) };
  });
  const rank = ({ kind }: Relation) => kinds.indexOf(kind);
  return relations.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function kindOf({ kind, contained }: MemberData): RelationKind {
  return kind === "Property" ? "value" : contained ? "contained" : "reference";
}

function memberText({ member: { name, type } }: MemberUse): string {
  return isCollectionText(type) ? `${name}[]` : name;
}
