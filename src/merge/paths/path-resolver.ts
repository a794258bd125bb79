import { nearest } from "../../diagnostics/near.js";
import type { AnyProperty, ContainerChild, Operation, StructuredType } from "../../edm/elements.js";
import { isStructured, parametersOf, type ElementIndex, type Part, type Resource } from "../../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../../edm/names.js";
import type { Method } from "../../edm/requests.js";
import {
  keyArgument,
  pathSegmentsOf,
  segmentText,
  type Argument,
  type NameSegment,
  type PathSegment,
} from "./path-segments.js";

/** What a path addresses with what each of its segments stands for, or the segment that is not found. */
export type Followed =
  | {
      readonly found: Resource | Part;
      readonly steps: readonly PathStep[];
      readonly failed?: never;
      readonly suggestion?: never;
    }
  | { readonly found?: never; readonly steps?: never; readonly failed: string; readonly suggestion?: string };

/** The request for a path. Its method decides between actions and functions, and between keys and unknown operations. */
export interface PathRequest {
  readonly method: Method;
  readonly operation?: "Action" | "Function";
}

/** What a segment of a path stands for. */
export type PathStep =
  | { readonly kind: "Child"; readonly child: ContainerChild }
  /** A key of an item, with the names and values that are written. */
  | { readonly kind: "Key"; readonly arguments: readonly Argument[] }
  /** An item by its path below the one before it. */
  | { readonly kind: "Path" }
  | { readonly kind: "Cast"; readonly type: QualifiedName }
  | { readonly kind: "Member"; readonly member: AnyProperty }
  /** A call; that of an import comes after its child. */
  | { readonly kind: "Operation"; readonly operation: Operation; readonly arguments: readonly Argument[] }
  | { readonly kind: "Value" | "References" | "Count" };

/** What the segments so far address, and its type. */
interface Place {
  readonly found: Resource | Part;
  readonly type?: QualifiedName;
  readonly collection: boolean;
  readonly steps: readonly PathStep[];
}

/** Resolves paths in the spellings that reference pages use. */
export class PathResolver {
  readonly #elements: ElementIndex;
  readonly #children: ReadonlyMap<string, Place | ImportedOperations>;
  readonly #members = new Map<QualifiedName, ReadonlyMap<string, AnyProperty>>();
  readonly #operations = new Map<QualifiedName, ReadonlyMap<string, readonly Operation[]>>();
  readonly #collectionOperations = new Map<QualifiedName, ReadonlyMap<string, readonly Operation[]>>();

  constructor(elements: ElementIndex) {
    this.#elements = elements;
    this.#children = childrenOf(elements);
  }

  follow(template: string, request: PathRequest): Followed {
    const segments = pathSegmentsOf(template);
    let place: Place | undefined;
    for (const [index, segment] of segments.entries()) {
      const isLast = index === segments.length - 1;
      const next = place === undefined ? this.#child(segment, request) : this.#below(place, segment, request, isLast);
      if (next === undefined) return this.#failure(place, segment);
      place = next;
    }
    return place === undefined ? { failed: template } : { found: place.found, steps: place.steps };
  }

  #child(segment: PathSegment, request: PathRequest): Place | undefined {
    if (segment.kind !== "Name") return undefined;
    const child = this.#children.get(segment.lowerCase);
    if (child === undefined) return undefined;
    if ("overloads" in child)
      return afterOperation(overloadOf(child.overloads, segment.arguments, request), child.steps, segment);
    return segment.arguments === undefined ? child : itemOf(child, segment.arguments);
  }

  #below(place: Place, segment: PathSegment, request: PathRequest, last: boolean): Place | undefined {
    if (segment.kind === "Key") return itemOf(place, [keyArgument(segment.text)]);
    // An item is addressed by its path below another one, of the same type.
    if (segment.kind === "Path") return place.collection ? undefined : after(place, { kind: "Path" });
    return (
      systemPart(place, segment.lowerCase) ??
      this.#cast(place, segment) ??
      this.#navigate(place, segment) ??
      this.#call(place, segment, request) ??
      this.#shortCast(place, segment) ??
      this.#literalKey(place, segment, request, last)
    );
  }

  /** A type cast (OData URL Conventions 4.01 §4.11). */
  #cast(place: Place, segment: NameSegment): Place | undefined {
    const type = this.#elements.type(segment.name as QualifiedName);
    return type !== undefined && isStructured(type) ? castTo(place, type, segment) : undefined;
  }

  /** A cast without its namespace, or in another letter case, as on some pages. */
  #shortCast(place: Place, segment: NameSegment): Place | undefined {
    if (place.type === undefined) return undefined;
    const wanted = segment.lowerCase;
    const type = this.#elements
      .derived(place.type)
      .find(({ name }) => name.toLowerCase() === wanted || simpleNameOf(name).toLowerCase() === wanted);
    return type && castTo(place, type, segment);
  }

  #navigate(place: Place, { lowerCase, arguments: keys }: NameSegment): Place | undefined {
    if (place.type === undefined || place.collection) return undefined;
    const member = this.#membersOf(place.type).get(lowerCase);
    const type = member?.type;
    if (member === undefined || type === undefined) return undefined;
    const found: Resource | Part =
      member.kind === "NavigationProperty"
        ? { kind: type.collection ? "Collection" : "Entity", type: type.type, through: member }
        : { kind: "Property", property: member, of: place.found };
    const steps: readonly PathStep[] = [...place.steps, { kind: "Member", member }];
    const reached = { found, type: type.type, collection: type.collection, steps };
    return keys === undefined ? reached : itemOf(reached, keys);
  }

  /** An operation, by its short or its qualified name. */
  #call(place: Place, segment: NameSegment, request: PathRequest): Place | undefined {
    if (place.type === undefined) return undefined;
    const overloads = this.#operationsOf(place.type, place.collection).get(segment.lowerCase);
    return overloads && afterOperation(overloadOf(overloads, segment.arguments, request), place.steps, segment);
  }

  /** A name after a collection is a key (OData URL Conventions 4.01 §4.3.6), unless it looks like an operation. */
  #literalKey(place: Place, segment: NameSegment, request: PathRequest, last: boolean): Place | undefined {
    const called = last && (request.method === "POST" || request.operation !== undefined);
    if (called || !place.collection || segment.arguments !== undefined || this.#suggestion(place, segment.name)) {
      return undefined;
    }
    return itemOf(place, [{ value: segment.name }]);
  }

  #failure(place: Place | undefined, segment: PathSegment): Followed {
    const failed = segment.kind === "Name" ? segment.name : segmentText(segment);
    const suggestion = segment.kind === "Name" ? this.#suggestion(place, segment.name) : undefined;
    return { failed, ...(suggestion !== undefined && { suggestion }) };
  }

  #suggestion(place: Place | undefined, name: string): string | undefined {
    if (place === undefined) return nearest(name, this.#elements.container?.children.map((child) => child.name) ?? []);
    if (place.type === undefined) return undefined;
    const members = place.collection ? [] : [...this.#membersOf(place.type).values()].map((member) => member.name);
    const operations = [...this.#operationsOf(place.type, place.collection).values()].flatMap(([first]) =>
      first === undefined ? [] : [simpleNameOf(first.name)],
    );
    return nearest(name, [...members, ...operations]);
  }

  /** The members of a type, its bases and derived types by name in lower case; on a clash the nearer type wins. */
  #membersOf(type: QualifiedName): ReadonlyMap<string, AnyProperty> {
    const known = this.#members.get(type);
    if (known !== undefined) return known;
    const members = new Map<string, AnyProperty>();
    for (const { navigationProperties, properties } of this.#typesAround(type)) {
      for (const list of [navigationProperties, properties]) {
        for (const member of list) {
          const name = member.name.toLowerCase();
          if (!members.has(name)) members.set(name, member);
        }
      }
    }
    this.#members.set(type, members);
    return members;
  }

  /** The operations bound to a type, its bases and derived types by simple and qualified name in lower case. */
  #operationsOf(type: QualifiedName, collection: boolean): ReadonlyMap<string, readonly Operation[]> {
    const operationsByType = collection ? this.#collectionOperations : this.#operations;
    const known = operationsByType.get(type);
    if (known !== undefined) return known;
    const operations = new Map<string, Operation[]>();
    const types = new Set([type, ...this.#typesAround(type).map(({ name }) => name)]);
    for (const operation of [...types].flatMap((name) => this.#elements.boundTo(name, collection))) {
      const qualified = operation.name.toLowerCase() as QualifiedName; // the same name in lower case
      for (const name of [qualified, simpleNameOf(qualified)]) {
        const overloads = operations.get(name);
        if (overloads === undefined) operations.set(name, [operation]);
        else overloads.push(operation);
      }
    }
    operationsByType.set(type, operations);
    return operations;
  }

  #typesAround(name: QualifiedName): readonly StructuredType[] {
    const type = this.#elements.type(name);
    if (type === undefined || !isStructured(type)) return [];
    return [type, ...this.#elements.bases(type), ...this.#elements.derived(name)];
  }
}

interface ImportedOperations {
  readonly overloads: readonly Operation[];
  readonly steps: readonly PathStep[];
}

function childrenOf(elements: ElementIndex): ReadonlyMap<string, Place | ImportedOperations> {
  return new Map(
    (elements.container?.children ?? []).map((child): [string, Place | ImportedOperations] => {
      const name = child.name.toLowerCase();
      const steps: readonly PathStep[] = [{ kind: "Child", child }];
      switch (child.kind) {
        case "EntitySet": {
          const found: Resource = { kind: "Collection", type: child.entityType, through: child };
          return [name, { found, type: child.entityType, collection: true, steps }];
        }
        case "Singleton": {
          const found: Resource = { kind: "Entity", type: child.type, through: child };
          return [name, { found, type: child.type, collection: false, steps }];
        }
        default: {
          const operations = elements.overloads(child.kind === "ActionImport" ? child.action : child.function);
          return [name, { overloads: operations.filter(({ bound }) => bound !== true), steps }];
        }
      }
    }),
  );
}

function systemPart(place: Place, lowerCase: string): Place | undefined {
  switch (lowerCase) {
    case "$value":
      return partOf(place, "Value");
    case "$ref":
      return partOf(place, "References");
    case "$count":
      return place.collection ? partOf(place, "Count") : undefined;
    default:
      return undefined;
  }
}

function partOf({ found: of, steps }: Place, kind: "Value" | "References" | "Count"): Place {
  return { found: { kind, of }, collection: false, steps: [...steps, { kind }] };
}

function after(place: Place, step: PathStep): Place {
  return { ...place, steps: [...place.steps, step] };
}

/** One entity of a collection. */
function itemOf({ found, type, collection, steps }: Place, key: readonly Argument[]): Place | undefined {
  if (!collection || type === undefined) return undefined;
  const item: Resource | Part =
    found.kind === "Collection" ? { ...found, kind: "Entity" } : { kind: "Item", of: found };
  return { found: item, type, collection: false, steps: [...steps, { kind: "Key", arguments: key }] };
}

function castTo(
  { found, collection, steps }: Place,
  { name }: StructuredType,
  segment: NameSegment,
): Place | undefined {
  const place: Place = {
    found: "through" in found ? { ...found, type: name } : found,
    type: name,
    collection,
    steps: [...steps, { kind: "Cast", type: name }],
  };
  return segment.arguments === undefined ? place : itemOf(place, segment.arguments);
}

/** The result of an operation. Paths on pages continue after it, as a composable one allows (CSDL 4.01 §12.7). */
function afterOperation(
  operation: Operation | undefined,
  before: readonly PathStep[],
  segment: NameSegment,
): Place | undefined {
  if (operation === undefined) return undefined;
  const { returnType } = operation;
  return {
    found: { kind: "Operation", operation },
    ...(returnType !== undefined && { type: returnType.type }),
    collection: returnType?.collection === true,
    steps: [...before, { kind: "Operation", operation, arguments: segment.arguments ?? [] }],
  };
}

/** The overload of the kind that fits the method, and whose parameters fit the arguments best. */
function overloadOf(
  overloads: readonly Operation[],
  given: readonly Argument[] | undefined,
  { method }: PathRequest,
): Operation | undefined {
  const kind = method === "GET" ? "Function" : "Action";
  const fitting = overloads.filter((operation) => operation.kind === kind);
  const [first, ...others] = fitting.length > 0 ? fitting : overloads;
  if (first === undefined || others.length === 0) return first;
  const names = new Set((given ?? []).flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()])));
  const distance = (operation: Operation) => differences(operation, names, given?.length ?? 0);
  return others.reduce((best, other) => (distance(other) < distance(best) ? other : best), first);
}

/** The number of parameters that only the call or only the declaration has. Parameters of an action are in the body. */
function differences(operation: Operation, names: ReadonlySet<string>, given: number): number {
  if (operation.kind === "Action") return 0;
  const declared = parametersOf(operation).map(({ name }) => name.toLowerCase());
  const matched = declared.filter((name) => names.has(name)).length;
  return declared.length + given - 2 * matched;
}
