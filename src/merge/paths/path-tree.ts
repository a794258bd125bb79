import { groupBy } from "../../edm/grouping.js";
import { compareText } from "../../edm/model.js";
import { simpleNameOf } from "../../edm/names.js";
import type { Request } from "../../edm/requests.js";
import { singularOf } from "../names/type-names.js";
import {
  KEY_SEGMENT,
  nameSegment,
  pathSegmentsOf,
  segmentKey,
  segmentText,
  type PathSegment,
} from "./path-segments.js";

/** A segment of the paths of all requests, with the requests that end there and the segments below it. */
export interface PathNode {
  /** The segment as written, or `{}` for the key of a collection. */
  readonly segment: string;
  /** Path from the service root, e.g. `/users/{}/messages`. */
  readonly path: string;
  readonly requests: Request[];
  readonly children: Map<string, PathNode>;
  /** The properties of each alternate key by which paths address items: `appId` in `/applications(appId='{appId}')`. */
  readonly alternateKeys: (readonly string[])[];
}

/** The paths of all requests as one tree. Letter case does not distinguish segments; the first spelling stands. */
export function pathTreeOf(requests: readonly Request[]): PathNode {
  const root = nodeAt("", "");
  for (const request of requests) {
    let node = root;
    for (const segment of pathSegmentsOf(request.template)) {
      const key = soleKeyOf(segment);
      if (segment.kind !== "Name" || key === undefined) node = addChild(node, segment);
      else node = addChild(addChild(node, nameSegment(segment.name)), key);
    }
    node.requests.push(request);
  }
  moveAlternateKeys(root, true);
  return root;
}

function nodeAt(segment: string, path: string): PathNode {
  return { segment, path, requests: [], children: new Map(), alternateKeys: [] };
}

/** Moves what follows an alternate key to the key of the collection: `users(mail='{m}')/drive` to `users/{}/drive`. */
function moveAlternateKeys(parent: PathNode, isRoot: boolean): void {
  const { children } = parent;
  for (const node of [...children.values()].filter((child) => isAlternateKey(child, children, isRoot))) {
    const [, name = "", list = ""] = ARGUMENTS.exec(node.segment) ?? [];
    children.delete(node.segment.toLowerCase());
    const collection = addChild(parent, nameSegment(name));
    const item = addChild(collection, { kind: "Key", text: KEY_SEGMENT });
    collection.children.set(KEY_SEGMENT, joinedNodes([item, node]));
    collection.alternateKeys.push(list.split(","));
  }
  for (const child of children.values()) moveAlternateKeys(child, false);
}

/** A segment with the names of its arguments: `applications(appId)`. */
const ARGUMENTS = /^([^(]+)\((.+)\)$/;

/**
 * Whether the arguments of a segment are a key and not those of a function: the collection has keys elsewhere, too, what it
 * addresses is written or is the item that the segment names, or it stands first in the path and others follow.
 */
function isAlternateKey(
  { segment, requests, children }: PathNode,
  siblings: ReadonlyMap<string, PathNode>,
  isRoot: boolean,
): boolean {
  const name = ARGUMENTS.exec(segment)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  const hasKeys = siblings.get(name)?.children.has(KEY_SEGMENT) === true;
  const isWritten = requests.some(({ method }) => method === "PATCH" || method === "PUT" || method === "DELETE");
  const item = singularOf(name);
  const readsItem = requests.some(
    ({ returns }) => returns?.collection === false && simpleNameOf(returns.type).toLowerCase() === item,
  );
  return hasKeys || isWritten || (readsItem && item !== name) || (isRoot && children.size > 0);
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
  const child = nodeAt(segment, `${node.path}/${segment}`);
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
  const alternateKeys = nodes.flatMap((node) => node.alternateKeys);
  return { ...first, requests: nodes.flatMap(({ requests }) => requests), children: new Map(children), alternateKeys };
}

/** The path that identifies a request: letter case and the spelling of keys do not matter. */
export function pathKeyOf(template: string): string {
  return pathSegmentsOf(template).map(segmentKey).join("/");
}
