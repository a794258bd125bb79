import type { MemberData, StructuredData } from "../../explore/data/format.js";
import { groupBy } from "../../edm/grouping.js";
import { basesOf, isStructuredData, type ModelIndex } from "../model/model-index.js";
import { isCollectionText, nameInType } from "../model/type-names.js";
import { usesOf } from "../model/used-by.js";

/** The types that a type is related to. */
export interface Relations {
  readonly type: string;
  /** Nearest first. */
  readonly bases: readonly string[];
  /** Directly derived types. */
  readonly derived: readonly string[];
  readonly uses: readonly Relation[];
  readonly usedBy: readonly Relation[];
  /** The members of the type that refer to itself. */
  readonly itself: readonly string[];
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
export function relationsOf(type: StructuredData, index: ModelIndex): Relations {
  const uses = type.members
    .map((member) => ({ member, name: nameInType(member.type ?? "") }))
    .filter(({ name }) => isStructured(name, index));
  const usedBy = usesOf(type.name, index).flatMap((use) =>
    "owner" in use && use.owner !== type ? { member: use.member, name: use.owner.name } : [],
  );
  return {
    type: type.name,
    bases: basesOf(type, index).map(({ name }) => name),
    derived: (index.derived.get(type.name) ?? []).map(({ name }) => name),
    uses: related(uses.filter(({ name }) => name !== type.name)),
    usedBy: related(usedBy),
    itself: uses.filter(({ name }) => name === type.name).map(({ member }) => memberText(member)),
  };
}

interface End {
  readonly name: string;
  readonly member: MemberData;
}

/** One relation for each type: containment first, then by name. */
function related(ends: readonly End[]): readonly Relation[] {
  const relations = [...groupBy(ends, ({ name }) => name)].map(([name, group]) => ({
    name,
    kind: kinds[Math.min(...group.map(({ member }) => kinds.indexOf(kindOf(member))))] ?? "value",
    members: group.map(({ member }) => memberText(member)),
  }));
  const rank = ({ kind }: Relation) => kinds.indexOf(kind);
  return relations.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function kindOf({ kind, contained }: MemberData): RelationKind {
  return kind === "Property" ? "value" : contained ? "contained" : "reference";
}

function memberText({ name, type }: MemberData): string {
  return isCollectionText(type) ? `${name}[]` : name;
}

function isStructured(name: string, { types }: ModelIndex): boolean {
  const type = types.get(name);
  return type !== undefined && isStructuredData(type);
}
