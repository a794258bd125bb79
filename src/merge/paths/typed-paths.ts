import type { NavigationProperty, Property, TypeRef } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { compareText } from "../../edm/model.js";
import {
  isQualifiedName,
  isSimpleName,
  namespaceOf,
  qualify,
  simpleNameOf,
  type QualifiedName,
  type SimpleName,
} from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import type { Request } from "../../edm/requests.js";
import type { Collected } from "../collect.js";
import { GRAPH_NAMESPACE, singularOf } from "../names/type-names.js";
import type { Bases } from "../types/bases.js";
import { KEY_SEGMENT, PATH_SEGMENT } from "./path-segments.js";
import { childrenOf, joinedNodes, type PathNode } from "./path-tree.js";
import { rootType, type KnownTypes } from "./root-types.js";

/** What one segment of a path stands for. */
export type Step =
  /** A child of the entity container. */
  | { readonly kind: "Child"; readonly node: PathNode; readonly name: SimpleName; readonly target: TypeRef }
  /** A member of the type `owner`; without a target it is a structural property. */
  | NavigationStep
  /** An operation that is bound to what precedes it. */
  | { readonly kind: "Operation"; readonly node: PathNode; readonly name: SimpleName; readonly binding: TypeRef }
  /** A cast to a type that no document describes. Paths lead on from it, so it derives from the type before it. */
  | { readonly kind: "Cast"; readonly node: PathNode; readonly type: QualifiedName; readonly base: QualifiedName }
  /** Properties that identify an item of a collection of this type, besides those of its key. */
  | {
      readonly kind: "AlternateKey";
      readonly node: PathNode;
      readonly type: QualifiedName;
      readonly key: readonly string[];
    }
  /** The type that the path leads to so far. */
  | { readonly kind: "Type"; readonly type: TypeRef }
  /** No document names the type of a collection: it is named after its segment. */
  | { readonly kind: "Guess"; readonly node: PathNode; readonly type: QualifiedName };

export interface NavigationStep {
  readonly kind: "Navigation";
  readonly node: PathNode;
  readonly name: SimpleName;
  readonly owner: QualifiedName;
  readonly target?: TypeRef;
}

export interface DescribedTypes extends Pick<Collected, "known" | "structured" | "files"> {
  readonly bases: Bases;
}

/**
 * Finds what each segment of a path stands for, from the container down. Several paths lead to one navigation property,
 * and all of them together tell its type: the first walk finds them, the second one uses them. A segment that cannot be the
 * name of an element ends its path: the requests below it are reported as they are resolved.
 */
export function typePaths(tree: PathNode, types: DescribedTypes): readonly Step[] {
  const navigation = stepsOf(tree, types, new Map()).filter((step) => step.kind === "Navigation");
  return stepsOf(tree, types, groupBy(navigation, propertyKey));
}

type StepsByProperty = ReadonlyMap<string, readonly [NavigationStep, ...NavigationStep[]]>;

function propertyKey({ owner, name }: Pick<NavigationStep, "owner" | "name">): string {
  return `${owner}/${name.toLowerCase()}`;
}

interface Walk extends DescribedTypes, KnownTypes {
  /** Every path to a navigation property, as far as a first walk found them. */
  readonly paths: StepsByProperty;
  /** The types of the navigation properties that this walk has found. */
  readonly targets: Map<string, TypeRef>;
  readonly steps: Step[];
}

function stepsOf(tree: PathNode, types: DescribedTypes, paths: StepsByProperty): readonly Step[] {
  const known = [...types.known].sort(compareText).reverse();
  const bySimpleName = new Map(known.map((name) => [simpleNameOf(name), name]));
  const byLowerCase = new Map(known.map((name) => [simpleNameOf(name).toLowerCase(), name]));
  const walk: Walk = { ...types, bySimpleName, byLowerCase, paths, targets: new Map(), steps: [] };
  for (const node of childrenOf(tree)) walkChild(node, walk);
  return walk.steps;
}

function walkChild(node: PathNode, walk: Walk): void {
  const name = node.segment;
  if (!isSimpleName(name)) return;
  const target = targetOf(node, walk);
  walk.steps.push({ kind: "Child", node, name, target });
  walkBelow(node, target, walk);
}

function walkBelow(node: PathNode, type: TypeRef, walk: Walk): void {
  walk.steps.push({ kind: "Type", type });
  for (const key of node.alternateKeys) walk.steps.push({ kind: "AlternateKey", node, type: type.type, key });
  for (const child of childrenOf(node)) {
    const { segment } = child;
    if (segment === KEY_SEGMENT) walkBelow(child, { ...type, collection: false }, walk);
    else if (segment === PATH_SEGMENT) walkBelow(child, type, walk);
    else if (isOperationNode(child)) walkOperation(child, type, walk);
    else if (walk.known.has(segment as QualifiedName))
      walkBelow(child, { ...type, type: segment as QualifiedName }, walk);
    else if (isQualifiedName(segment) && child.children.size > 0) {
      walk.steps.push({ kind: "Cast", node: child, type: segment, base: type.type });
      walkBelow(child, { ...type, type: segment }, walk);
    } else if (!segment.startsWith("$")) walkMember(child, type, walk);
  }
}

function walkOperation(node: PathNode, binding: TypeRef, walk: Walk): void {
  const name = simpleNameOf(`.${node.segment.replace(/\(.*$/, "")}` as QualifiedName);
  if (!isSimpleName(name)) return;
  walk.steps.push({ kind: "Operation", node, name, binding });
  // Paths lead on from the result of a composable function (OData URL Conventions 4.01 §4.5.1).
  const result = node.requests.find(isCall)?.returns;
  if (result !== undefined && node.children.size > 0) walkBelow(node, result, walk);
}

function walkMember(node: PathNode, { type: owner, ...ref }: TypeRef, walk: Walk): void {
  const name = node.segment;
  if (!isSimpleName(name)) return;
  // A name after a collection is a key (OData URL Conventions 4.01 §4.3.6).
  if (ref.collection) return walkBelow(node, { ...ref, type: owner, collection: false }, walk);
  const stated = statedMember(owner, name.toLowerCase(), walk);
  const key = propertyKey({ owner, name });
  const joined = nodeOf(walk.paths.get(key), node);
  if (stated?.kind === "Property" && joined.children.size === 0) {
    walk.steps.push({ kind: "Navigation", node, name, owner });
    return;
  }
  const target = walk.targets.get(key) ?? statedTarget(stated?.type, joined) ?? targetOf(joined, walk);
  walk.targets.set(key, target);
  walk.steps.push({ kind: "Navigation", node, name, owner, target });
  walkBelow(node, target, walk);
}

function nodeOf(paths: readonly [NavigationStep, ...NavigationStep[]] | undefined, node: PathNode): PathNode {
  const [first, ...others] = paths ?? [{ node }];
  return joinedNodes([first.node, ...others.map((step) => step.node)]);
}

/** The type in the row of a member. Where a key follows there are many, even if the row leaves out that word. */
function statedTarget(stated: TypeRef | undefined, { children }: PathNode): TypeRef | undefined {
  return stated?.collection === false && children.has(KEY_SEGMENT) ? { type: stated.type, collection: true } : stated;
}

/** The member that the page of a type, or of a base of it, describes. */
function statedMember(type: QualifiedName, lowerCase: string, { bases, structured }: Walk) {
  const isMeant = ({ name, type: ref }: Property | NavigationProperty) =>
    name.toLowerCase() === lowerCase && ref !== undefined && edmTypeOf(ref.type) === undefined;
  for (const one of bases.chain(type)) {
    for (const { by, navigationProperties, properties } of structured.get(one) ?? []) {
      if (by !== "resourcePage") continue;
      const stated = navigationProperties.find(isMeant) ?? properties.find(isMeant);
      if (stated !== undefined) return stated;
    }
  }
  return undefined;
}

/**
 * What a path addresses: the type that is read from it, else what is posted to it; of several their common base. One of
 * them, or of their bases, with the name of the segment comes first: importedDeviceIdentities holds items of
 * importedDeviceIdentity, even where only a derived type is posted, and users those of user, even where a page reads
 * their extensions.
 */
function targetOf(node: PathNode, walk: Walk): TypeRef {
  const collection = isCollection(node, walk);
  const types = typesAt(node, collection).filter((type) => edmTypeOf(type) === undefined);
  const singular = collection ? singularOf(node.segment) : node.segment;
  const common = walk.bases.common(types) ?? types[0];
  const named = types
    .flatMap((type) => walk.bases.chain(type))
    .find((type) => simpleNameOf(type).toLowerCase() === singular.toLowerCase());
  const root = common === undefined && !collection ? rootType(node, walk) : undefined;
  const type =
    named ?? common ?? root ?? walk.bySimpleName.get(singular) ?? walk.bySimpleName.get(singularOf(singular));
  if (type !== undefined) return { type, collection };
  const guessed = qualify(namespaceBelow(node), singular as SimpleName);
  // A singleton is described by its path alone: its type has the name of its segment.
  if (collection) walk.steps.push({ kind: "Guess", node, type: guessed });
  return { type: guessed, collection };
}

/** The namespace of what is read and written below, where it is one: that of `/external/connections` holds `external`, too. */
function namespaceBelow({ children }: PathNode): string {
  const refs = [...children.values()].flatMap(({ requests }) =>
    requests.flatMap(({ body, returns }) => body ?? returns ?? []),
  );
  const [only, ...others] = new Set(refs.map(({ type }) => namespaceOf(type)));
  return only === undefined || only === "Edm" || others.length > 0 ? GRAPH_NAMESPACE : only;
}

/**
 * Whether a key follows, many are read, one is created, or the segment is the plural of a type, no other is read and only
 * operations follow.
 */
function isCollection({ segment, children, requests }: PathNode, { bySimpleName }: Walk): boolean {
  const singular = singularOf(segment);
  const readsAnother = requests.some(
    ({ method, returns }) =>
      method === "GET" && returns?.collection === false && simpleNameOf(returns.type) !== singular,
  );
  return (
    children.has(KEY_SEGMENT) ||
    requests.some(({ method, returns }) => method === "GET" && returns?.collection === true) ||
    requests.some(
      ({ method, operation, body }) => method === "POST" && operation === undefined && body !== undefined,
    ) ||
    (singular !== segment &&
      bySimpleName.has(singular) &&
      !readsAnother &&
      [...children.values()].every(isOperationNode))
  );
}

/** The types that are read from a path, else those that are written to it. */
function typesAt(node: PathNode, collection: boolean): readonly QualifiedName[] {
  const item = collection ? node.children.get(KEY_SEGMENT) : node;
  const read = [...node.requests, ...(item?.requests ?? [])]
    .filter(({ method }) => method === "GET")
    .flatMap(({ returns }) => returns ?? []);
  if (read.length > 0) return read.map(({ type }) => type);
  const updated = (item?.requests ?? [])
    .filter(({ method }) => method === "PATCH" || method === "PUT")
    .flatMap(({ body }) => body ?? []);
  const posted = node.requests.filter(({ method }) => method === "POST").flatMap(({ body }) => body ?? []);
  return [...updated, ...posted].map(({ type }) => type);
}

/**
 * Whether a segment is called: its pages document an action or a function, or it is posted to without a body of a type,
 * and neither read nor followed by a key. An entity is never created without one.
 */
function isOperationNode(node: PathNode): boolean {
  const { requests, children } = node;
  if (requests.length === 0) return false;
  if (requests.some(isCall)) return requests.every((request) => request.method !== "GET" || isCall(request));
  return !children.has(KEY_SEGMENT) && requests.every(({ method, body }) => method === "POST" && body === undefined);
}

/** Whether a page about an operation documents a request; what is patched, put or deleted is never one. */
function isCall({ method, operation }: Request): boolean {
  return operation !== undefined && (method === "GET" || method === "POST");
}
