/** The permissions that annotations state for the target of a request (Capabilities.*Restrictions, their Permissions). */
import { sourceIndexOf, type At } from "../diagnostics/position.js";
import type { Annotation } from "../edm/annotations.js";
import type { Authority } from "../edm/authority.js";
import type { QualifiedName } from "../edm/names.js";
import { schemeOfSecurity } from "../edm/microsoft-graph.js";
import type { Method, Permission } from "../edm/requests.js";
import { annotationOf, Capabilities, type Annotated } from "../edm/vocabulary.js";
import { fieldOf, itemsOf, stringOf, type Value } from "./values.js";

const TERMS: Readonly<Record<Method, QualifiedName>> = {
  GET: Capabilities.ReadRestrictions,
  POST: Capabilities.InsertRestrictions,
  PATCH: Capabilities.UpdateRestrictions,
  PUT: Capabilities.UpdateRestrictions,
  DELETE: Capabilities.DeleteRestrictions,
};

/** Tells the service's own annotations from those that merge makes of pages. */
export type IsStated = (annotation: Annotation) => boolean;

/** Pages state permissions of their own requests, not of others that lead to the same element. */
export function statedBeside(requests: readonly { readonly at: At; readonly by: Authority }[]): IsStated {
  const pages = new Set(requests.flatMap(({ at, by }) => (by === "csdl" ? [] : [sourceIndexOf(at)])));
  return ({ at }) => !pages.has(sourceIndexOf(at));
}

/**
 * Undefined where none are stated. Schemes that are not listed are unknown, and the order of scopes has no meaning
 * (Capabilities.ScopeType).
 */
export function annotatedPermissions(
  element: Annotated,
  kind: "Entity" | "Collection" | "Operation",
  method: Method,
  isStated: IsStated,
): readonly Permission[] | undefined {
  const annotation = annotationOf(element, kind === "Operation" ? Capabilities.OperationRestrictions : TERMS[method]);
  if (annotation === undefined || !isStated(annotation)) return undefined;
  const byKey =
    kind === "Entity" ? fieldOf(fieldOf(annotation.value, "ReadByKeyRestrictions"), "Permissions") : undefined;
  const items = itemsOf(byKey ?? fieldOf(annotation.value, "Permissions"));
  return items?.flatMap((item) => permissionOf(item, annotation.at) ?? []);
}

function permissionOf(item: Value, at: At): Permission | undefined {
  const scheme = schemeOfSecurity(stringOf(fieldOf(item, "SchemeName")));
  if (scheme === undefined) return undefined;
  const scopes = (itemsOf(fieldOf(item, "Scopes")) ?? []).flatMap((scope) => stringOf(fieldOf(scope, "Scope")) ?? []);
  return { scheme, scopes, ordered: false, at };
}
