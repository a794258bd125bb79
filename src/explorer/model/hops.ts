/** What paths are made of: children of the container, members that lead to a type, and casts. */
import { accessText } from "../../explore/data/snippets/access.js";
import type { ChildData, StructuredData } from "../../explore/data/format.js";
import { data } from "./model.js";
import { isCollectionText } from "./type-names.js";
import { isStructured, types } from "./types.js";
import { type MemberUse, memberUses } from "./used-by.js";

/** A step of a path to a type. */
export interface Hop {
  /** The type that declares the member; empty for a child of the container. */
  readonly owner: string;
  readonly name: string;
  /** Code of the client. */
  readonly access: string;
  readonly target: StructuredData;
  readonly collection: boolean;
  /** To an entity that is contained elsewhere. */
  readonly reference: boolean;
  /** A structural property, which patterns do not name. */
  readonly structural: boolean;
}

export function allHops(): readonly Hop[] {
  return [...data.children.flatMap(childHop), ...memberUses().flatMap(memberHop)];
}

function childHop({ kind, name, target: type, segment }: ChildData): readonly Hop[] {
  const target = types().get(type);
  if (target?.kind !== "EntityType" || kind.endsWith("Import")) return [];
  const collection = kind === "EntitySet";
  return [{ owner: "", name, access: accessText(segment), target, collection, reference: false, structural: false }];
}

/** The client has paths over the navigation properties of entity types, and over properties with a structured value. */
function memberHop({ owner, member, target: type }: MemberUse): readonly Hop[] {
  const { name, segment = name, contained, kind } = member;
  const target = types().get(type);
  const structural = kind === "Property";
  if (segment === null || !isStructured(target) || structural !== (target.kind === "ComplexType")) return [];
  if (!structural && owner.kind !== "EntityType") return [];
  const collection = isCollectionText(member.type);
  const reference = !structural && contained !== true;
  return [{ owner: owner.name, name, access: accessText(segment), target, collection, reference, structural }];
}
