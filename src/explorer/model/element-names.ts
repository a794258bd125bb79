import { operationRoute, requestRoute, type Route, typeRoute } from "../routes/route.js";
import type { ChildData } from "../../explore/data/format.js";
import type { ModelIndex } from "./model-index.js";
import { isRequest, requestKey, requestNamed } from "./requests.js";

/**
 * What a finding or a change belongs to: the type of `ns.Type/member`, the operation of `ns.op(ns.Type)/parameter`, the
 * child of the container of `/users/manager`. A request is its own owner.
 */
export function ownerOf(element: string): string {
  return isRequest(element) ? requestKey(element) : (/^.[^/(]*/.exec(element)?.[0] ?? element);
}

/** The last part of a name: of `ns.Type/member` the member. Undefined where the name is that of an owner. */
export function partOf(element: string): string | undefined {
  if (isRequest(element)) return undefined;
  const rest = element.slice(ownerOf(element).length);
  return rest === "" ? undefined : rest.replace(/^\//, "");
}

/** Where the page shows an element; undefined for one that this version does not have. */
export function elementRoute(element: string, index: ModelIndex): Route | undefined {
  const owner = ownerOf(element);
  if (isRequest(owner)) {
    const request = requestNamed(owner, index);
    return request && requestRoute(request.method, request.path);
  }
  if (index.operations.has(owner)) return operationRoute(owner);
  const type = index.types.get(owner);
  if (type === undefined) return undefined;
  const part = partOf(element);
  const hasPart = "members" in type && type.members.some(({ name }) => name === part);
  return hasPart ? typeRoute(owner, part) : typeRoute(owner);
}

/** The operation that an import calls; of an entity set or a singleton the paths to its type. */
export function childRoute({ kind, name, target }: ChildData): Route {
  return kind.endsWith("Import") ? operationRoute(target) : typeRoute(target, `/${name}`);
}
