/** Walks the path of a request through the model and what the service holds. */
import {
  actualType,
  isDerived,
  memberOf,
  operationsWith,
  own,
  simpleName,
  spelled,
  spelledName,
} from "../query/names.js";
import { isEntity, propertyIn } from "../store/members.js";
import { spelledMember } from "../query/spelling.js";
import type { Entity } from "../query/contract.js";
import type { MockOperation, MockService } from "../service.js";
import { findByKey, keyParts, type KeyValues } from "../store/keys.js";
import type { Store } from "../store/store.js";
import { badRequest, notFound, unknownKey, unknownPath } from "./fault.js";
import { operationsNamed } from "./overloads.js";
import type { CallTarget, CollectionTarget, EntityTarget, Destination, PropertyTarget, Target } from "./target.js";

/** Runs a function on the way, where a path goes on from its result. `path` and `template` lead to the call. */
export type RunCall = (call: CallTarget, path: string, template: string) => Target;

interface Step {
  readonly target: Target;
  /** What it adds to the template. */
  readonly shown: string;
  readonly key?: string;
}

/** Throws a fault for a path that the model lacks, or that leads to nothing. */
export function resolve(path: string, store: Store, run: RunCall): Destination {
  let target: Target = { kind: "service" };
  let template = "";
  const keys: string[] = [];
  const segments = path.split("/").filter((segment) => segment !== "");
  for (const [at, raw] of segments.entries()) {
    if (target.kind === "call") target = run(target, segments.slice(0, at).join("/"), template);
    for (const step of stepsOf(segmentText(raw), target, store)) {
      target = step.target;
      template += step.shown;
      if (step.key !== undefined) keys.push(step.key);
    }
  }
  return { target, template, keys };
}

function segmentText(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`${segment} is no segment of a URL.`);
  }
}

/** A segment may have a key behind its name. */
function stepsOf(segment: string, before: Target, store: Store): readonly Step[] {
  const { name: written, inside } = /^(?<name>[^(]+)(?:\((?<inside>.*)\))?$/s.exec(segment)?.groups ?? {};
  const name = written === undefined ? undefined : nameAt(before, written, store);
  if (before.kind === "collection" && (name === undefined || !isName(name, before, store))) {
    // A key as a segment; `('a')` alone does not occur.
    return [byKey(before, new Map([["", segment]]), store, segment)];
  }
  if (name === undefined) throw notFound(`${segment} is no segment of a path.`);
  const call = callOf(name, inside, before, store);
  if (call !== undefined) return [{ target: call, shown: `/${simpleName(name)}` }];
  const target = named(name, before, store);
  const step = { target, shown: `/${simpleName(name)}` };
  if (inside === undefined) return [step];
  const key = keyParts(inside);
  if (key === undefined || key.size === 0 || target.kind !== "collection") throw badRequest(`(${inside}) is no key.`);
  return [step, byKey(target, key, store, inside)];
}

/** The name as the metadata has it, where names are found in any letters' case. */
function nameAt(before: Target, written: string, { service }: Store): string {
  if (before.kind === "service") return spelled(service, written, Object.keys(service.children));
  const of = before.kind === "property" ? before.value : before.kind === "entity" ? before.entity : undefined;
  const member =
    of === undefined ? written : spelledMember(service, actualType(of, "type" in before ? before.type : ""), written);
  return member === written ? spelledName(service, written) : member;
}

/** Whether a segment behind a collection is none of a key. */
function isName(name: string, { type }: CollectionTarget, store: Store): boolean {
  if (/^\$(?:count|ref|value|query)$/.test(name)) return true;
  if (own(store.service.types, name) !== undefined) return true;
  return operationsNamed(name, { type, collection: true }, store.service).length > 0;
}

function named(name: string, before: Target, store: Store): Target {
  if (name.startsWith("$")) return special(name, before);
  switch (before.kind) {
    case "service":
      return childTarget(name, store);
    case "collection":
      return castItems(name, before, store);
    case "entity":
      if (before.entity === undefined) throw notFound("There is no entity at the path.");
      return memberTarget(name, before.entity, before, store);
    case "property":
      if (!isEntity(before.value) || before.collection) throw unknownPath(`${before.name} has no ${name}.`);
      return memberTarget(name, before.value, before, store);
    default:
      throw unknownPath(`Nothing lies behind ${before.kind}: ${name}.`);
  }
}

function special(name: string, before: Target): Target {
  if (before.kind === "service" && name === "$metadata") return { kind: "metadata" };
  if (before.kind === "service" && name === "$batch") return { kind: "batch" };
  if (name === "$count" && (before.kind === "collection" || (before.kind === "property" && before.collection)))
    return { kind: "count", of: before };
  if (name === "$value" && (before.kind === "entity" || before.kind === "property"))
    return { kind: "content", of: before };
  if (name === "$ref" && (before.kind === "entity" || before.kind === "collection"))
    return { kind: "reference", of: before };
  throw unknownPath(`${name} has no meaning here.`);
}

function childTarget(name: string, store: Store): Target {
  const rows = store.child(name);
  if (rows === undefined) throw unknownPath(`Resource not found for the segment '${name}'.`);
  const { type, items, single } = rows;
  return single ? { kind: "entity", type, entity: items[0], rows } : { kind: "collection", type, items, rows };
}

function castItems(name: string, { type, items, rows, link }: CollectionTarget, store: Store): CollectionTarget {
  const { service } = store;
  if (!isDerived(service, name, type)) throw badRequest(`${name} is not derived from ${type}.`);
  const own = items.filter((item) => isDerived(service, actualType(item, type), name));
  return { kind: "collection", type: name, items: own, rows, link, cast: true };
}

function byKey(before: CollectionTarget, key: KeyValues, store: Store, shown: string): Step {
  const { type, items, rows, link } = before;
  const entity = findByKey(store.service, type, items, key);
  if (entity === undefined) throw unknownKey(shown, `There is no ${type} with the key ${shown}.`);
  const target: EntityTarget = { kind: "entity", type: actualType(entity, type), entity, rows, link };
  return { target, shown: "/{}", key: shown };
}

function memberTarget(name: string, of: Entity, before: EntityTarget | PropertyTarget, store: Store): Target {
  const { service } = store;
  const type = actualType(of, before.type);
  if (own(service.types, name) !== undefined) return castOne(name, type, before, store);
  const owner = before.kind === "entity" ? of : before.owner;
  const property = propertyIn(service, type, name);
  const path = before.kind === "entity" ? name : `${before.path}/${name}`;
  const at = { kind: "property", name, path, of, owner, value: of[name] } as const;
  if (property !== undefined) {
    const { collection = false, nullable = false } = property;
    return { ...at, type: property.type, collection, nullable };
  }
  const navigation = store.has(owner) ? store.navigation(owner, path) : undefined;
  if (navigation !== undefined) return related(owner, path, navigation.type, navigation.collection === true, store);
  const isOpen = own(of, name) !== undefined && !name.includes("@");
  if (!isOpen) throw unknownPath(`Resource not found for the segment '${name}': ${type} has none of the name.`);
  return { ...at, type: "Edm.Untyped", collection: false, nullable: true };
}

function castOne(name: string, type: string, before: EntityTarget | PropertyTarget, { service }: Store): Target {
  if (!isDerived(service, type, name)) throw notFound(`The value is no ${name}, it is a ${type}.`);
  return { ...before, type };
}

function related(from: Entity, name: string, type: string, collection: boolean, store: Store): Target {
  const rows = store.containedRows(from, name);
  const found = store.related(from, name);
  // Entities that have no set are held here all the same, and others can be linked to them.
  const isContained = store.navigation(from, name)?.contained === true;
  const link = rows === undefined || !isContained ? { from, name } : undefined;
  if (collection) return { kind: "collection", type, items: [found ?? []].flat(), rows, link };
  const entity = Array.isArray(found) ? found[0] : (found ?? undefined);
  return { kind: "entity", type: entity === undefined ? type : actualType(entity, type), entity, rows, link };
}

/** An operation that the path calls here, if the name is that of one. */
function callOf(name: string, inside: string | undefined, before: Target, store: Store): CallTarget | undefined {
  const { service } = store;
  if (before.kind === "service") {
    const child = own(service.children, name);
    if (child?.kind !== "import") return undefined;
    const operations = operationsWith(service, child.operation).filter(
      (one) => one.name === child.operation && one.on === undefined,
    );
    return {
      kind: "call",
      operations,
      name,
      on: undefined,
      given: parametersIn(inside, operations, service),
      set: child.set,
    };
  }
  if (before.kind !== "collection" && before.kind !== "entity") return undefined;
  const type = before.kind === "entity" && before.entity ? actualType(before.entity, before.type) : before.type;
  const collection = before.kind === "collection";
  if (!collection && memberOf(service, type, name) !== undefined) return undefined;
  const operations = operationsNamed(name, { type, collection }, service);
  if (operations.length === 0) return undefined;
  return { kind: "call", operations, name, on: before, given: parametersIn(inside, operations, service) };
}

function parametersIn(
  inside: string | undefined,
  operations: readonly MockOperation[],
  service: MockService,
): KeyValues {
  if (inside === undefined || inside.trim() === "") return new Map();
  const parts = keyParts(inside);
  if (parts === undefined || parts.has("")) throw badRequest(`(${inside}) are no parameters.`);
  const known = new Set(operations.flatMap(({ parameters }) => Object.keys(parameters)));
  return new Map([...parts].map(([name, value]) => [spelled(service, name, known), value]));
}
