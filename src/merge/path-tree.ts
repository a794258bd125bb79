/** The paths of all requests as one tree: what stands below what, and which requests end where. */
import type { Request } from "../edm/requests.js";

export interface PathNode {
  /** The segment as written, or `{}` for the key of a collection. */
  readonly segment: string;
  /** Path from the service root, e.g. `/users/{}/messages`. */
  readonly path: string;
  readonly requests: Request[];
  readonly children: Map<string, PathNode>;
}

export const KEY_SEGMENT = "{}";

/** `/users/{id | userPrincipalName}/messages?x=y` → `users`, `{}`, `messages`. */
export function segmentsOf(template: string): readonly string[] {
  const path = template.split("?", 1)[0] ?? "";
  return path
    .split("/")
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "")
    .map((segment) => (/^\{[^{}]*\}$/.test(segment) ? KEY_SEGMENT : segment));
}

export function pathTreeOf(requests: readonly Request[]): PathNode {
  const root: PathNode = { segment: "", path: "", requests: [], children: new Map() };
  for (const request of requests) {
    let node = root;
    for (const segment of segmentsOf(request.template)) {
      let child = node.children.get(segment);
      if (child === undefined) {
        child = { segment, path: `${node.path}/${segment}`, requests: [], children: new Map() };
        node.children.set(segment, child);
      }
      node = child;
    }
    node.requests.push(request);
  }
  return root;
}
