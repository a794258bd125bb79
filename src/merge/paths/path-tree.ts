/** The paths of all requests as one tree: what stands below what, and which requests end where. */
import { groupBy } from "../../edm/grouping.js";
import type { Request } from "../../edm/requests.js";
import { nameSegment, segmentKey, segmentText, type PathSegment } from "./path-segments.js";

type SegmentsOf = (template: string) => readonly PathSegment[];

export interface PathNode {
  /** The segment as written, or `{}` for the key of a collection. */
  readonly segment: string;
  /** Path from the service root, e.g. `/users/{}/messages`. */
  readonly path: string;
  readonly requests: Request[];
  readonly children: Map<string, PathNode>;
}

/** Letter case tells no segments apart; the first spelling stands. */
export function pathTreeOf(requests: readonly Request[], segmentsOf: SegmentsOf): PathNode {
  const root: PathNode = { segment: "", path: "", requests: [], children: new Map() };
  for (const request of requests) {
    let node = root;
    for (const segment of segmentsOf(request.template)) {
      const key = soleKeyOf(segment);
      if (segment.kind !== "Name" || key === undefined) node = childOf(node, segment);
      else node = childOf(childOf(node, nameSegment(segment.name)), key);
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

/** What stands below a node by a segment, from now on if nothing did. */
function childOf(node: PathNode, written: PathSegment): PathNode {
  const key = segmentKey(written);
  const known = node.children.get(key);
  if (known !== undefined) return known;
  const segment = segmentText(written);
  const child: PathNode = { segment, path: `${node.path}/${segment}`, requests: [], children: new Map() };
  node.children.set(key, child);
  return child;
}

/** A path as requests are told apart by: letter case and the spelling of keys do not matter. */
export function pathKeyOf(template: string, segmentsOf: SegmentsOf): string {
  return segmentsOf(template).map(segmentKey).join("/");
}

/** The first segment of a path as written. */
export function firstSegmentOf(template: string, segmentsOf: SegmentsOf): string | undefined {
  const [first] = segmentsOf(template);
  return first && segmentText(first);
}

/** Nodes of one meaning as one, with all that stands at and below them. */
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
