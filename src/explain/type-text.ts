/** Types and values in the words of an explanation. */
import type { Facets } from "../edm/annotations.js";
import type { ContainerChild, EnumType, Member, SchemaElement, TypeRef } from "../edm/elements.js";
import type { Part } from "../edm/find-element.js";
import { type Model, targetOf } from "../edm/model.js";
import { hasNullableItems, isNullable } from "../facts/presence.js";

/** The type of a property or parameter, the value of a member, the target of a child of the container. */
export function partText(part: Part, owner: SchemaElement, model: Model, nullable?: boolean): string {
  if (!("kind" in part))
    return owner.kind === "EnumType"
      ? memberText(part, owner, model)
      : typeText("type" in part ? part.type : undefined, nullable);
  return part.kind === "Property" || part.kind === "NavigationProperty"
    ? typeText(part.type, nullable)
    : childText(part);
}

/** A number that no source gives, counted from 0, is left out. */
function memberText(member: Member, owner: EnumType, model: Model): string {
  const counted = !owner.members.some((one) =>
    model.declarations(one).some((declared) => (declared as Member).value !== undefined),
  );
  return counted || member.value === undefined ? "" : String(member.value);
}

/** `nullable` is what the facts have; by default that of the type's own declaration. */
export function typeText(type: TypeRef | undefined, nullable: boolean = isNullable(type)): string {
  if (type === undefined) return "";
  const name = type.collection ? `Collection(${type.type})` : type.type;
  return [name, ...nullability(type, nullable), ...facetTexts(type.facets)].join(", ");
}

function nullability(type: TypeRef, nullable: boolean): readonly string[] {
  if (type.collection) return hasNullableItems(type) ? ["items nullable"] : [];
  return [nullable ? "nullable" : "not null"];
}

export function facetTexts(facets: Facets = {}): readonly string[] {
  return Object.entries(facets).map(([facet, value]) => `${facet} ${String(value)}`);
}

function childText(child: ContainerChild): string {
  return child.kind === "EntitySet" ? `Collection(${child.entityType})` : targetOf(child);
}
