/** What paths are made of: children of the container, members that lead to a type, and casts. */
import type { ChildData, MemberData, StructuredData } from "../../explore/data/format.js";
import { data, finder, once } from "./model.js";
import { isCollectionText } from "./type-names.js";
import { structuredType } from "./types.js";
import { memberUses } from "./used-by.js";

/** A step of a path to a type: a member, or a child of the container as one. */
export interface Hop {
  /** The type that declares the member; empty for a child of the container. */
  readonly owner: string;
  readonly member: Omit<MemberData, "read">;
  readonly target: StructuredData;
}

const hops = once(() => [
  ...data.children.flatMap((child) => hop("", childMember(child), child.target)),
  // The client has paths over the navigation properties of entity types, and over properties with a structured value.
  ...memberUses().flatMap(({ owner, member, target }) =>
    owner.kind === "EntityType" || isStructural(member) ? hop(owner.name, member, target) : [],
  ),
]);

export const hopsTo = finder(hops, ({ target }) => target);
export const hopsFrom = finder(hops, ({ owner }) => owner);

function childMember({ kind, name, target, segment }: ChildData): Hop["member"] {
  const type = kind === "EntitySet" ? `Collection(${target})` : target;
  return { kind: "NavigationProperty", name, type, segment, contained: true };
}

function hop(owner: string, member: Hop["member"], name: string): readonly Hop[] {
  const target = structuredType(name);
  const isOfKind = target?.kind === (isStructural(member) ? "ComplexType" : "EntityType");
  return target !== undefined && isOfKind && member.segment !== null ? [{ owner, member, target }] : [];
}

/** Patterns do not name structural properties. */
export function isStructural({ kind }: Hop["member"]): boolean {
  return kind === "Property";
}

/** How the client takes one of a collection; undefined for a single value, and where items have no key. */
export function keyOf({ member, target }: Hop): string | undefined {
  return isCollectionText(member.type) ? target.byKey : undefined;
}

/** Whether a path goes on after a hop: a collection needs the key of an item. */
export function leadsOn(hop: Hop): boolean {
  return !isCollectionText(hop.member.type) || keyOf(hop) !== undefined;
}
