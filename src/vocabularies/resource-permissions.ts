/** The permissions that annotations state for the target of a request (Capabilities.*Restrictions, their Permissions). */
import { sourceIndexOf, type At } from "../diagnostics/position.js";
import type { Annotation } from "../edm/annotations.js";
import type { Authority } from "../edm/authority.js";
import { groupBy } from "../edm/grouping.js";
import type { QualifiedName } from "../edm/names.js";
import { OPEN_PERMISSION, schemeOfSecurity } from "../edm/microsoft-graph.js";
import type { Method, Permission } from "../edm/requests.js";
import { annotationOf, Capabilities, Core, type Annotated } from "../edm/vocabulary.js";
import { fieldOf, itemsOf, stringOf, valueOf, type Value } from "./values.js";

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
 * Undefined where none are stated. Schemes that are not listed are unknown, and the order of permissions has no meaning.
 * "One of the specified sets of scopes is required" (Capabilities.ReadRestrictions, Permissions): those of one scheme
 * are alternatives, and the scopes of each are needed together.
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
  const stated = items?.flatMap((item) => statedPermission(item) ?? []);
  return stated && [...groupBy(stated, ({ key }) => key).values()].map((group) => permissionOf(group, annotation.at));
}

interface StatedPermission extends Pick<Permission, "scheme" | "alternatives" | "when"> {
  /** The same for alternatives to each other: those of one scheme and case. */
  readonly key: string;
  readonly open: boolean;
}

function statedPermission(item: Value): StatedPermission | undefined {
  const scheme = schemeOfSecurity(stringOf(fieldOf(item, "SchemeName")));
  if (scheme === undefined) return undefined;
  const scopes = itemsOf(fieldOf(item, "Scopes")) ?? [];
  const names = scopes.flatMap((scope) => stringOf(fieldOf(scope, "Scope")) ?? []);
  const when = item === undefined ? undefined : stringOf(valueOf(item, Core.Description));
  // Where each scope gives access to some properties, it depends on these which scopes are needed.
  const restricted = scopes.some((scope) => fieldOf(scope, "RestrictedProperties") !== undefined);
  const alternatives = restricted ? names.map((name) => [name]) : names.length === 0 ? [] : [names];
  const open = restricted || (item !== undefined && stringOf(valueOf(item, Core.LongDescription)) === OPEN_PERMISSION);
  return { scheme, alternatives, open, key: `${scheme} ${when ?? ""}`, ...(when !== undefined && { when }) };
}

function permissionOf(group: readonly [StatedPermission, ...StatedPermission[]], at: At): Permission {
  const [{ scheme, when }] = group;
  return {
    scheme,
    alternatives: group.flatMap(({ alternatives }) => alternatives),
    ordered: false,
    ...(group.some(({ open }) => open) && { exact: false }),
    ...(when !== undefined && { when }),
    at,
  };
}
