/** The paths of all requests as one tree: what stands below what, and which requests end where. */
import type { Request } from "../edm/requests.js";
import { pathSegmentsOf, segmentKey, segmentText } from "./path-segments.js";

export interface PathNode {
  /** The segment as written, or `{}` for the key of a collection. */
  readonly segment: string;
  /** Path from the service root, e.g. `/users/{}/messages`. */
  readonly path: string;
  readonly requests: Request[];
  readonly children: Map<string, PathNode>;
}

/** Letter case tells no segments apart; the first spelling stands. */
export function pathTreeOf(requests: readonly Request[]): PathNode {
  const root: PathNode = { segment: "", path: "", requests: [], children: new Map() };
  for (const request of requests) {
    let node = root;
    for (const written of pathSegmentsOf(request.template)) {
      const key = segmentKey(written);
      const segment = segmentText(written);
      let child = node.children.get(key);
      if (child === undefined) {
        child = { segment, path: `${node.path}/${segment}`, requests: [], children: new Map() };
        node.children.set(key, child);
      }
      node = child;
    }
    node.requests.push(request);
  }
  return root;
}

/** A path as requests are told apart by: letter case and the spelling of keys do not matter. */
export function pathKeyOf(template: string): string {
  return pathSegmentsOf(template).map(segmentKey).join("/");
}

/** The first segment of a path as written. */
export function firstSegmentOf(template: string): string | undefined {
  const [first] = pathSegmentsOf(template);
  return first && segmentText(first);
}
