/** The annotations that a service sends with values, and never takes (OData JSON Format 4.01 §4.6). */
import type { Model } from "../edm/model.js";
import { typeFactsIn, type FactsLookup } from "./facts.js";
import type { MemberFacts } from "./member-facts.js";
import type { TypeFacts } from "./type-facts.js";

/** Those of a type itself: the address and the version of an entity, and where the stream of a media entity is. */
export function annotationsOfType({
  kind,
  base,
  hasStream,
}: Pick<TypeFacts, "kind" | "base" | "hasStream">): readonly string[] {
  return [
    ...(kind === "EntityType" && base === undefined ? ["@odata.id", "@odata.etag"] : []),
    ...(hasStream ? mediaAnnotations("") : []),
  ];
}

/** Those that stand for a member whose values are streams (OData JSON Format 4.01 §9). */
export function annotationsOfMember({ name, stream }: Pick<MemberFacts, "name" | "stream">): readonly string[] {
  return stream ? mediaAnnotations(name) : [];
}

function mediaAnnotations(property: string): readonly string[] {
  return ["ReadLink", "EditLink", "ContentType", "Etag"].map((fact) => `${property}@odata.media${fact}`);
}

/**
 * Whether a service may annotate a value or its properties without naming its type: entities, and complex values of a
 * hierarchy with members that have annotations of their own. These lead to entities, are not declared, may come in part
 * or are streams.
 */
export function isAnnotated(
  { name, kind }: Pick<TypeFacts, "name" | "kind">,
  { model, facts }: { readonly model: Model; readonly facts: Pick<FactsLookup, "types"> },
): boolean {
  if (kind === "EntityType") return true;
  const type = model.structuredTypes.find((one) => one.name === name);
  const root = (type && model.bases(type).at(-1)?.name) ?? name;
  return [root, ...model.derived(root).map((derived) => derived.name)]
    .map((one) => typeFactsIn(facts, one))
    .some(({ open, ownMembers }) => open || ownMembers.some(hasAnnotations));
}

function hasAnnotations({ kind, type, stream }: MemberFacts): boolean {
  return kind === "NavigationProperty" || type?.collection === true || stream;
}
