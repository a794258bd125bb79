/**
 * Where the page is, as its fragment says it: `#/type/<qualified name>/<member>`, `#/op/<qualified name>`,
 * `#/req/<method>/<path>`, `#/scope/<scope>`, `#/search/<words>`, `#/namespace/<name>`, `#/findings/<cause>`,
 * `#/requests`, `#/scopes`, `#/marked`, `#/changes`, `#/picture`; empty at the start.
 */
import { decodedPart, encodedPart } from "./fragment.js";

/** The word of a page, then its parts, decoded; the path of a request is one of them. */
export type Route = readonly [page: string, ...parts: string[]];

/** The route of a fragment; `routeOf(fragmentOf(route))` is the route again. */
export function routeOf(fragment: string): Route {
  const [page = "", ...parts] = fragment
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decodedPart);
  const [method = "", ...path] = parts;
  return page === "req" && path.length > 0 ? [page, method, `/${path.join("/")}`] : [page, ...parts];
}

/** The slashes of a path, which begins with one, stay readable. */
export function fragmentOf([page, ...parts]: Route): string {
  const [method = "", path = ""] = parts;
  const shown = page === "req" ? [method, ...path.split("/").slice(1)] : parts;
  return `#/${[page, ...shown].map(encodedPart).join("/")}`;
}
