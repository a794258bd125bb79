import type { ChildData } from "../../explore/data/format.js";
import type { Route } from "../routes/route.js";
import { requestKey, requestNamed } from "./requests.js";
import { operations, types } from "./types.js";

/**
 * What a finding or a change belongs to: the type of `ns.Type/member`, the operation of `ns.op(ns.Type)/parameter`, the
 * child of the container of `/users/manager`. A request is its own owner.
 */
export function ownerOf(element: string): string {
  return /^(?:[A-Z]+ \/.*|.[^/(]*)/s.exec(requestKey(element))?.[0] ?? "";
}

/** The last part of a name: of `ns.Type/member` the member. Undefined where the name is that of an owner. */
export function partOf(element: string): string | undefined {
  const rest = requestKey(element).slice(ownerOf(element).length);
  return rest === "" ? undefined : rest.replace(/^\//, "");
}

/** Where the page shows an element; undefined for one that this version does not have. */
export function elementRoute(element: string): Route | undefined {
  const owner = ownerOf(element);
  const request = requestNamed(owner);
  if (request !== undefined) return ["req", request.method, request.path];
  if (operations().has(owner)) return ["op", owner];
  const type = types().get(owner);
  const part = partOf(element);
  if (type === undefined || part === undefined) return type && ["type", owner];
  const hasPart = "members" in type && type.members.some(({ name }) => name === part);
  return hasPart ? ["type", owner, part] : ["type", owner];
}

/** The operation that an import calls; of an entity set or a singleton the paths to its type. */
export function childRoute({ kind, name, target }: ChildData): Route {
  return kind.endsWith("Import") ? ["op", target] : ["type", target, `/${name}`];
}
