/**
 * Where the page is, as its fragment says it: `#/type/<qualified name>/<member>`, `#/op/<qualified name>`,
 * `#/req/<method>/<path>`, `#/scope/<scope>`, `#/search/<words>`, `#/namespace/<name>`, `#/findings/<cause>`,
 * `#/requests`, `#/scopes`, `#/marked`, `#/changes`, `#/picture`; empty at the start.
 */
import { decodedPart, encodedPart } from "./fragment.js";

export interface Route {
  readonly page: string;
  /** Decoded; the path of a request is one of them. */
  readonly parts: readonly string[];
}

/** The route of a fragment; `routeOf(fragmentOf(route))` is the route again. */
export function routeOf(fragment: string): Route {
  const [page = "", ...parts] = fragment
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decodedPart);
  if (page !== "req") return { page, parts };
  const [method = "", ...path] = parts;
  if (method === "") return { page, parts: path };
  return { page, parts: path.length === 0 ? [method] : [method, `/${path.join("/")}`] };
}

/** The slashes of a path stay readable. Parts of a request that are no method and path follow an empty part. */
export function fragmentOf({ page, parts }: Route): string {
  const [method = "", path = ""] = parts;
  if (page !== "req") return `#/${[page, ...parts].map(encodedPart).join("/")}`;
  if (parts.length !== 2 || method === "" || !path.startsWith("/"))
    return `#/req/${parts.map((part) => `/${encodedPart(part)}`).join("")}`;
  return `#/req/${encodedPart(method)}${path.split("/").map(encodedPart).join("/")}`;
}

export function typeRoute(name: string, member?: string): Route {
  return { page: "type", parts: member === undefined ? [name] : [name, member] };
}

export function operationRoute(name: string): Route {
  return { page: "op", parts: [name] };
}

export function requestRoute(method: string, path: string): Route {
  return { page: "req", parts: [method, path] };
}

export function scopeRoute(scope: string): Route {
  return { page: "scope", parts: [scope] };
}

export function searchRoute(words: string): Route {
  return { page: "search", parts: [words] };
}

export function namespaceRoute(name: string): Route {
  return { page: "namespace", parts: [name] };
}
