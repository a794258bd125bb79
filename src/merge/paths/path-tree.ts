import { groupBy } from "../../edm/grouping.js";
import { compareText } from "../../edm/model.js";
import type { Request } from "../../edm/requests.js";
import { nameSegment, pathSegmentsOf, segmentKey, segmentText, type PathSegment } from "./path-segments.js";

/** A segment of the paths of all requests, with the requests that end there and the segments below it. */
export interface PathNode {
  /** The segment as written, or `{}` for the key of a collection. */
  readonly segment: string;
  /** Path from the service root, e.g. `/users/{}/messages`. */
  readonly path: string;
  readonly requests: Request[];
  readonly children: Map<string, PathNode>;
}

/** The paths of all requests as one tree. Letter case does not distinguish segments; the first spelling stands. */
export function pathTreeOf(requests: readonly Request[]): PathNode {
  const root: PathNode = { segment: "", path: "", requests: [], children: new Map() };
  for (const request of requests) {
    let node = root;
    for (const segment of pathSegmentsOf(request.template)) {
      const key = soleKeyOf(segment);
      if (segment.kind !== "Name" || key === undefined) node = addChild(node, segment);
      else node = addChild(addChild(node, nameSegment(segment.name)), key);
    }
    node.requests.push(request);
  }
  return root;
}

/** `borders({index})` is a key of a collection, like `borders/{index}`; the arguments of a call have names. */
function soleKeyOf(segment: PathSegment): PathSegment | undefined {
  if (segment.kind !== "Name" || segment.arguments?.length !== 1) return undefined;
  const [only] = segment.arguments;
  return only === undefined || only.name !== undefined ? undefined : { kind: "Key", text: only.value };
}

/** The child for a segment, made when there is none. */
function addChild(node: PathNode, written: PathSegment): PathNode {
  const key = segmentKey(written);
  const known = node.children.get(key);
  if (known !== undefined) return known;
  const segment = segmentText(written);
  const child: PathNode = { segment, path: `${node.path}/${segment}`, requests: [], children: new Map() };
  node.children.set(key, child);
  return child;
}

/** Sorted by segment. */
export function childrenOf(node: PathNode): readonly PathNode[] {
  return [...node.children.values()].sort((a, b) => compareText(a.segment, b.segment));
}

/** The first request that ends at a node or below it. */
export function firstRequestOf(node: PathNode): Request {
  const [request] = node.requests;
  if (request !== undefined) return request;
  const [child] = childrenOf(node);
  if (child === undefined) throw new RangeError(`no request ends at or below ${node.path}`);
  return firstRequestOf(child);
}

/** Several nodes as one, with the requests at and below all of them. */
export function joinedNodes([first, ...others]: readonly [PathNode, ...PathNode[]]): PathNode {
  if (others.length === 0) return first;
  const nodes = [first, ...others];
  const below = groupBy(
    nodes.flatMap(({ children }) => [...children]),
    ([key]) => key,
  );
  const children = [...below].map(([key, [child, ...more]]): [string, PathNode] => [
    key,
    joinedNodes([child[1], ...more.map(([, node]) => node)]),
  ]);
  return { ...first, requests: nodes.flatMap(({ requests }) => requests), children: new Map(children) };
}

/** The path that identifies a request: letter case and the spelling of keys do not matter. */
export function pathKeyOf(template: string): string {
  return pathSegmentsOf(template).map(segmentKey).join("/");
}
