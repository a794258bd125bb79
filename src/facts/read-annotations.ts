/** The annotations that a service sends with values, and never takes (OData JSON Format 4.01 §4.6). */
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
