/** What paths are made of: children of the container, members that lead to a type, and casts. */
import { accessText } from "../../explore/data/snippets/access.js";
import type { ChildData, MemberData, StructuredData } from "../../explore/data/format.js";
import { isStructuredData, type ModelIndex } from "./model-index.js";
import { isCollectionText, nameInType } from "./type-names.js";

/** A step of a path to a type. */
export interface Hop {
  /** The type that declares the member; absent for a child of the container. */
  readonly owner?: string;
  readonly name: string;
  /** Code of the client. */
  readonly access: string;
  readonly target: StructuredData;
  readonly collection: boolean;
  /** Of a child of the container, or a contained entity. */
  readonly contained: boolean;
  /** A structural property, which patterns do not name. */
  readonly structural: boolean;
}

export function allHops(index: ModelIndex): readonly Hop[] {
  const { data } = index;
  return [
    ...data.children.flatMap((child) => childHop(child, index) ?? []),
    ...data.types
      .filter(isStructuredData)
      .flatMap((type) => type.members.flatMap((member) => memberHop(type, member, index) ?? [])),
  ];
}

function childHop({ kind, name, target, segment }: ChildData, { types }: ModelIndex): Hop | undefined {
  const type = types.get(target);
  if (type?.kind !== "EntityType" || kind === "ActionImport" || kind === "FunctionImport") return undefined;
  const collection = kind === "EntitySet";
  return { name, access: accessText(segment), target: type, collection, contained: true, structural: false };
}

/** The client has paths over the navigation properties of entity types, and over properties with a structured value. */
function memberHop({ name: owner, kind }: StructuredData, member: MemberData, { types }: ModelIndex): Hop | undefined {
  const { name, type: text = "", segment = name, contained = false } = member;
  const target = types.get(nameInType(text));
  const structural = member.kind === "Property";
  if (segment === null || target?.kind !== (structural ? "ComplexType" : "EntityType")) return undefined;
  if (!structural && kind !== "EntityType") return undefined;
  const collection = isCollectionText(text);
  return { owner, name, access: accessText(segment), target, collection, contained, structural };
}
