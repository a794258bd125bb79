import type { TypeRef } from "../../edm/elements.js";
import type { ResolvedRequest } from "../../edm/model.js";
import type { Documentation } from "../../facts/documentation.js";
import type { DescribedElement, DescribedRequest } from "./entities-view.js";

export function elementOf(name: string, documentation: Documentation): DescribedElement {
  const { description, deprecation, links = [] } = documentation;
  return {
    name,
    description: description ?? null,
    deprecated:
      deprecation === undefined
        ? null
        : {
            reason: deprecation.description ?? null,
            since: deprecation.since ?? null,
            removal: deprecation.removal ?? null,
          },
    addresses: links,
  };
}

/** `Edm.String`, `Collection(microsoft.graph.user)`. */
export function typeTextOf(type: TypeRef | undefined): string | null {
  if (type === undefined) return null;
  return type.collection ? `Collection(${type.type})` : type.type;
}

export function requestOf({ method, template, title, description, link }: ResolvedRequest): DescribedRequest {
  return { method, path: template, title, description: description ?? null, address: link ?? null };
}
