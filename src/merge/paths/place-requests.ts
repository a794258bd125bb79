/**
 * What the paths of requests say of the model where no CSDL does: the entity container, the
 * navigation properties on the way, and the operations at the end.
 */
import { Report } from "../../diagnostics/report.js";
import type {
  ContainerChild,
  EntityContainer,
  NavigationProperty,
  Operation,
  Parameter,
  Property,
  StructuredType,
  TypeRef,
} from "../../edm/elements.js";
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
import type { Bases } from "../types/bases.js";
import type { Collected } from "../claims.js";
import type { MergeContext } from "../context.js";
import { KEY_SEGMENT, PATH_SEGMENT } from "./path-segments.js";
import { joinedNodes, pathTreeOf, type PathNode } from "./path-tree.js";
import { singularOf } from "../names/singular.js";
import { GRAPH_NAMESPACE } from "../names/type-names.js";

export interface Placement {
  readonly container: EntityContainer | undefined;
  readonly operations: readonly Operation[];
  /** What the paths say of structured types: their navigation properties. */
  readonly claims: readonly StructuredType[];
  /** The bases of types that only paths name. */
  readonly bases: Bases;
  readonly placed: ReadonlySet<QualifiedName>;
  readonly items: ReadonlySet<QualifiedName>;
}

/** Places requests by their paths; nothing is placed where CSDL has the container. */
export function placeRequests(
  { known, elements, structured }: Pick<Collected, "known" | "elements" | "structured">,
  requests: readonly Request[],
  bases: Bases,
  context: MergeContext,
): Placement {
  const declared = elements.some(({ kind }) => kind === "EntityContainer");
  const tree = pathTreeOf(declared ? [] : requests, context.segmentsOf);
  // Many paths lead to one property; what it is, all of them together tell. A first walk finds them.
  const bySimpleName = new Map<string, QualifiedName>();
  for (const name of [...known].sort(compareText).reverse()) bySimpleName.set(simpleNameOf(name), name);
  const inputs = { known, bySimpleName, structured, bases };
  const first = new Placer({ ...inputs, context: { ...context, report: new Report() } }, new Map());
  first.place(tree);
  return new Placer({ ...inputs, context }, first.nodes).place(tree);
}

/** The nodes of a navigation property, by the type that has it and the name in lower case. */
type NodesByProperty = ReadonlyMap<string, readonly [PathNode, ...PathNode[]]>;

interface PlaceInputs {
  readonly known: ReadonlySet<QualifiedName>;
  readonly bySimpleName: ReadonlyMap<string, QualifiedName>;
  readonly structured: Collected["structured"];
  readonly bases: Bases;
  readonly context: MergeContext;
}

class Placer {
  readonly #inputs: PlaceInputs;
  readonly #navigation = new Map<QualifiedName, Map<string, NavigationProperty & { readonly type: TypeRef }>>();
  readonly #earlier: NodesByProperty;
  readonly nodes = new Map<string, [PathNode, ...PathNode[]]>();
  readonly #operations: Operation[] = [];
  readonly #overloads = new Map<QualifiedName, Operation[]>();
  readonly #children: ContainerChild[] = [];
  readonly #placed = new Set<QualifiedName>();
  readonly #items = new Set<QualifiedName>();
  /** Types that only a path names, and what is cast to them there. */
  readonly #casts = new Map<QualifiedName, { readonly from: QualifiedName; readonly by: Request }>();

  constructor(inputs: PlaceInputs, earlier: NodesByProperty) {
    this.#inputs = inputs;
    this.#earlier = earlier;
  }

  place(root: PathNode): Placement {
    for (const node of childrenOf(root)) this.#placeChild(node);
    const [first] = this.#children;
    return {
      container: first && {
        kind: "EntityContainer",
        name: qualify(GRAPH_NAMESPACE, CONTAINER_NAME),
        at: first.at,
        by: first.by,
        children: this.#children,
      },
      operations: this.#operations,
      claims: [...this.#placed].flatMap((name) => this.#claimOf(name)),
      bases: this.#inputs.bases.with([...this.#casts].map(([name, { from }]) => [name, from] as const)),
      placed: this.#placed,
      items: this.#items,
    };
  }

  /** A child of the container: an entity set, or a singleton. */
  #placeChild(node: PathNode): void {
    const origin = firstRequestOf(node);
    if (!isSimpleName(node.segment)) return this.#report(node);
    const target = this.#targetOf(node);
    const child = { name: node.segment, at: origin.at, by: origin.by, navigationPropertyBindings: [] };
    this.#children.push(
      target.collection
        ? { kind: "EntitySet", entityType: target.type, ...child }
        : { kind: "Singleton", type: target.type, ...child },
    );
    this.#placeBelow(node, target);
  }

  #placeBelow(node: PathNode, target: TypeRef): void {
    this.#placed.add(target.type);
    if (target.collection) this.#items.add(target.type);
    for (const child of childrenOf(node)) {
      if (child.segment === KEY_SEGMENT) this.#placeBelow(child, { ...target, collection: false });
      else if (child.segment === PATH_SEGMENT) this.#placeBelow(child, target);
      else if (isOperationNode(child)) this.#placeOperation(child, target);
      else if (this.#inputs.known.has(child.segment as QualifiedName))
        this.#placeBelow(child, { ...target, type: child.segment as QualifiedName });
      else if (isQualifiedName(child.segment) && child.children.size > 0) this.#placeCast(child, child.segment, target);
      else if (!child.segment.startsWith("$")) this.#placeNavigation(child, target);
    }
  }

  /** A type that no page describes; paths lead on from it, so it is a type, and derived from what stands before it. */
  #placeCast(node: PathNode, type: QualifiedName, target: TypeRef): void {
    const by = firstRequestOf(node);
    if (!this.#casts.has(type)) {
      this.#casts.set(type, { from: target.type, by });
      this.#inputs.context.report.add("path-type-guessed", by.at, { path: node.path, type });
    }
    this.#placeBelow(node, { ...target, type });
  }

  #placeNavigation(node: PathNode, owner: TypeRef): void {
    if (!isSimpleName(node.segment)) return this.#report(node);
    // A name behind a collection is a key (OData URL Conventions 4.01 §4.3.6).
    if (owner.collection) return this.#placeBelow(node, { ...owner, collection: false });
    const name = node.segment.toLowerCase();
    const key = `${owner.type}/${name}`;
    const nodes = this.nodes.get(key);
    if (nodes === undefined) this.nodes.set(key, [node]);
    else nodes.push(node);
    const properties = this.#navigation.get(owner.type) ?? new Map();
    this.#navigation.set(owner.type, properties);
    const stated = this.#statedMember(owner.type, name);
    if (stated?.kind === "Property" && node.children.size === 0) return;
    const known = properties.get(name)?.type;
    const target = known ?? stated?.type ?? this.#targetOf(joinedNodes(this.#earlier.get(key) ?? [node]));
    if (known === undefined) properties.set(name, navigationOf(node, node.segment, target));
    this.#placeBelow(node, target);
  }

  /** What the page of a type, or of a base of it, says of a member: more than paths can. */
  #statedMember(type: QualifiedName, name: string): Property | NavigationProperty | undefined {
    const isMeant = (member: Property | NavigationProperty) =>
      member.name.toLowerCase() === name && isModelType(member.type);
    for (const line of this.#inputs.bases.line(type)) {
      for (const { by, navigationProperties, properties } of this.#inputs.structured.get(line) ?? []) {
        if (by !== "resourcePage") continue;
        const stated = navigationProperties.find(isMeant) ?? properties.find(isMeant);
        if (stated !== undefined) return stated;
      }
    }
    return undefined;
  }

  /** An action or function is bound to the collection or the entity before its segment. */
  #placeOperation(node: PathNode, binding: TypeRef): void {
    const simple = simpleNameOf(`.${node.segment.replace(/\(.*$/, "")}` as QualifiedName);
    if (!isSimpleName(simple)) return this.#report(node);
    const name = qualify(namespaceOf(binding.type), simple);
    const overloads = this.#overloads.get(name) ?? [];
    this.#overloads.set(name, overloads);
    for (const request of node.requests) {
      if (overloads.some((operation) => sameBinding(operation, binding))) continue;
      const said = { at: request.at, by: request.by };
      const bindingParameter: Parameter = {
        name: "bindingParameter" as SimpleName,
        type: { ...binding, nullable: false },
        ...said,
      };
      const operation: Operation = {
        kind: request.operation ?? "Action",
        name,
        bound: true,
        ...said,
        ...(request.annotations && { annotations: request.annotations }),
        parameters: [bindingParameter, ...(request.parameters ?? []).map(withNullability)],
        ...(request.returns && { returnType: { ...request.returns, at: request.at } }),
      };
      overloads.push(operation);
      this.#operations.push(operation);
    }
  }

  /**
   * What a path addresses: a collection is of what is read from it, else of the common base of
   * what is posted to it. A base that is called like the segment comes first: of
   * importedDeviceIdentities an importedDeviceIdentity is known, even where only a derived type is posted.
   */
  #targetOf(node: PathNode): TypeRef {
    const collection = this.#isCollection(node);
    const types = typesAt(node, collection).filter((type) => edmTypeOf(type) === undefined);
    const singular = collection ? singularOf(node.segment) : node.segment;
    const common = this.#inputs.bases.common(types) ?? types[0];
    const line = common === undefined ? [] : this.#inputs.bases.line(common);
    const named = line.find((type) => simpleNameOf(type) === singular);
    const type = named ?? common ?? this.#inputs.bySimpleName.get(singular) ?? this.#guess(node, singular, collection);
    return { type, collection };
  }

  /** A key below it, a read of many, a creation, or a name that is the plural of a known type, unless one of another is read. */
  #isCollection({ segment, children, requests }: PathNode): boolean {
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
      (singular !== segment && this.#inputs.bySimpleName.has(singular) && !readsAnother)
    );
  }

  #guess(node: PathNode, singular: string, collection: boolean): QualifiedName {
    // The container's own objects are named by their path alone: a singleton's type is called like it.
    const type = qualify(GRAPH_NAMESPACE, singular as SimpleName);
    if (collection)
      this.#inputs.context.report.add("path-type-guessed", firstRequestOf(node).at, { path: node.path, type });
    return type;
  }

  #claimOf(name: QualifiedName): readonly StructuredType[] {
    const navigationProperties = [...(this.#navigation.get(name)?.values() ?? [])];
    const first = navigationProperties[0] ?? this.#casts.get(name)?.by;
    if (first === undefined) return [];
    return [{ kind: "EntityType", name, at: first.at, by: first.by, properties: [], navigationProperties }];
  }

  #report(node: PathNode): void {
    this.#inputs.context.report.add("path-unresolved", firstRequestOf(node).at, {
      path: node.path,
      segment: node.segment,
    });
  }
}

const CONTAINER_NAME = "GraphService" as SimpleName;

function isModelType(type: TypeRef | undefined): boolean {
  return type !== undefined && edmTypeOf(type.type) === undefined;
}

function navigationOf(
  node: PathNode,
  name: SimpleName,
  type: TypeRef,
): NavigationProperty & { readonly type: TypeRef } {
  const { at, by } = firstRequestOf(node);
  return { kind: "NavigationProperty", name, at, by, type, containsTarget: true };
}

function childrenOf(node: PathNode): readonly PathNode[] {
  if (node.children.size === 0) return [];
  return [...node.children.values()].sort((a, b) => compareText(a.segment, b.segment));
}

function firstRequestOf(node: PathNode): Request {
  const [request] = node.requests;
  if (request !== undefined) return request;
  const [child] = childrenOf(node);
  if (child === undefined) throw new RangeError(`no request ends at or below ${node.path}`);
  return firstRequestOf(child);
}

function isOperationNode({ requests }: PathNode): boolean {
  return requests.length > 0 && requests.every(({ operation }) => operation !== undefined);
}

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

function sameBinding({ parameters: [first] }: Operation, binding: TypeRef): boolean {
  return first?.type?.type === binding.type && first.type.collection === binding.collection;
}

function withNullability(parameter: Parameter): Parameter {
  return parameter.type === undefined
    ? parameter
    : { ...parameter, type: { ...parameter.type, nullable: !parameter.type.collection } };
}
