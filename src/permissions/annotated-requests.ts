/**
 * Requests without a page whose permissions are in annotations of container children
 * (Capabilities.…Restrictions/Permissions).
 */
import type { EntitySet, Singleton } from "../edm/elements.js";
import type { Model, ResolvedRequest, Resource } from "../edm/model.js";
import type { Method } from "../edm/requests.js";
import { annotatedPermissions, type IsStated } from "../vocabularies/resource-permissions.js";

export function annotatedRequests(
  { container }: Pick<Model, "container">,
  isStated: IsStated,
): readonly ResolvedRequest[] {
  return (container?.children ?? []).flatMap((child): readonly ResolvedRequest[] => {
    if (child.annotations === undefined) return [];
    if (child.kind === "EntitySet")
      return [
        ...requestsTo(
          child,
          `/${child.name}`,
          { kind: "Collection", type: child.entityType, through: child },
          isStated,
        ),
        ...requestsTo(
          child,
          `/${child.name}/{key}`,
          { kind: "Entity", type: child.entityType, through: child },
          isStated,
        ),
      ];
    if (child.kind !== "Singleton") return [];
    return requestsTo(child, `/${child.name}`, { kind: "Entity", type: child.type, through: child }, isStated);
  });
}

const METHODS: Readonly<Record<"Entity" | "Collection", readonly Method[]>> = {
  Entity: ["GET", "PATCH", "DELETE"],
  Collection: ["GET", "POST"],
};

function requestsTo(
  child: EntitySet | Singleton,
  template: string,
  resource: Exclude<Resource, { readonly kind: "Operation" }>,
  isStated: IsStated,
): readonly ResolvedRequest[] {
  return METHODS[resource.kind].flatMap((method): readonly ResolvedRequest[] => {
    const permissions = annotatedPermissions(child, resource.kind, method, isStated);
    if (permissions === undefined) return [];
    const { at, by } = child;
    return [{ kind: "Request", at, by, method, template, title: "", permissions, headers: [], examples: [], resource }];
  });
}
