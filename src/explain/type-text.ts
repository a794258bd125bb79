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
      ? valueTexts(owner, model)(part)
      : typeText("type" in part ? part.type : undefined, nullable);
  return part.kind === "Property" || part.kind === "NavigationProperty"
    ? typeText(part.type, nullable)
    : childText(part);
}

/** The text of the numbers of members. A number that no source gives, counted from 0, is left out. */
export function valueTexts({ members }: EnumType, model: Model): (member: Member) => string {
  const counted = !members.some((one) =>
    model.declarations(one).some((declared) => (declared as Member).value !== undefined),
  );
  return ({ value }) => (counted || value === undefined ? "" : String(value));
}

/** `nullable` is what the facts have; by default that of the type's own declaration. */
export function typeText(type: TypeRef | undefined, nullable: boolean = isNullable(type)): string {
  if (type === undefined) return "";
  return [typeName(type), ...nullability(type, nullable), ...facetTexts(type.facets)].join(", ");
}

/** `Edm.String`, `Collection(microsoft.graph.user)` */
export function typeName({ type, collection }: TypeRef): string {
  return collection ? `Collection(${type})` : type;
}

/** What a use of a type states beside its name, as far as that is not the default: `not null, MaxLength 64`. */
export function qualifiersText(type: TypeRef, nullable: boolean): string {
  const stated = type.collection || !nullable ? nullability(type, nullable) : [];
  return [...stated, ...facetTexts(type.facets)].join(", ");
}

function nullability(type: TypeRef, nullable: boolean): readonly string[] {
  if (type.collection) return hasNullableItems(type) ? ["items nullable"] : [];
  return [nullable ? "nullable" : "not null"];
}

/** Facets by their names in CSDL: `MaxLength 64`. */
export function facetTexts(facets: Facets = {}): readonly string[] {
  return Object.entries(facets).map(
    ([facet, value]) => `${facet === "srid" ? "SRID" : upperFirst(facet)} ${String(value)}`,
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function childText(child: ContainerChild): string {
  return child.kind === "EntitySet" ? `Collection(${child.entityType})` : targetOf(child);
}
