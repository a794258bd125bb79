/** Single faults of a body that its schema accepts, each with the path at which it has to be found. */
import type { TypeRef } from "../../../src/edm/elements.js";
import type { QualifiedName } from "../../../src/edm/names.js";
import { operationFactsIn, typeFactsIn } from "../../../src/facts/facts.js";
import type { MemberFacts } from "../../../src/facts/member-facts.js";
import type { ParameterFacts } from "../../../src/facts/operation-facts.js";
import type { NullItems } from "../../../src/facts/presence.js";
import { isAnything, wrongValues, type FaultKind } from "./faults.js";
import type { JudgedBody } from "./judge.js";
import type { Service } from "./service.js";
import { isObject, structuredType, typeOf, type JsonObject } from "./typed-value.js";

export type Path = readonly (string | number)[];

/** Where a fault stands, as seen from the whole body. */
export type Place = "root" | "items" | "nested" | "derived" | "navigation";

/** One fault: the container gets the value at the key, or loses it where that is undefined. */
export interface Mutant {
  readonly kind: FaultKind;
  readonly place: Place;
  readonly path: Path;
  readonly container: JsonObject | unknown[];
  readonly key: string | number;
  readonly value: unknown;
}

export type Mode = "read" | "create" | "update";

/** What surrounds a value. */
interface Around {
  readonly service: Service;
  readonly mode: Mode;
  readonly place: Place;
  readonly path: Path;
  /** Whether it is the whole body, of an entity that is written. */
  readonly whole: boolean;
  /** Whether properties that the service needs or gives are left out. */
  readonly truncated: boolean;
}

/** Faults of a copy of the body, which is made once: each is to be taken back before the next one. */
export function* mutantsOf(body: JudgedBody, copy: unknown, service: Service): Generator<Mutant> {
  if (!isObject(copy)) return;
  const { type, truncated } = body;
  const around: Around = { service, mode: "read", place: "root", path: [], whole: true, truncated };
  switch (type.kind) {
    case "error":
      return yield* ofError(copy, around);
    case "parameters": {
      const { parameters } = operationFactsIn(service.facts, type.operation);
      const sent: Around = { ...around, mode: "create", whole: false };
      for (const parameter of parameters) yield* ofMember(copy, parameter, sent);
      return yield* ofNames(copy, sent, false);
    }
    case "response":
      return yield* ofPage(copy, type.ref, around);
    case "value":
      return yield* ofObject(copy, type.ref.type, { ...around, mode: type.shape });
  }
}

function* ofError(copy: JsonObject, around: Around): Generator<Mutant> {
  yield mutant("missing", copy, "error", undefined, around);
  yield mutant("type", copy, "error", "text", around);
  const { error } = copy;
  if (!isObject(error)) return;
  const within: Around = { ...around, place: "nested", path: ["error"] };
  for (const name of ["code", "message"]) {
    yield mutant("missing", error, name, undefined, within);
    yield mutant("type", error, name, 5, within);
    yield mutant("null", error, name, null, within);
  }
}

function* ofPage(copy: JsonObject, ref: TypeRef, around: Around): Generator<Mutant> {
  yield mutant("missing", copy, "value", undefined, around);
  yield mutant("type", copy, "value", {}, around);
  yield mutant("null", copy, "value", null, around);
  yield mutant("control", copy, "@odata.nextLink", 5, around);
  yield mutant("control", copy, "@odata.count", "x", around);
  yield* ofAnnotations(copy, around);
  const nulls = structuredType(ref.type, around.service.model) === undefined ? "unstated" : "refused";
  if (Array.isArray(copy["value"]))
    yield* ofItems(copy["value"], ref, nulls, { ...around, place: "items", path: ["value"], whole: false });
}

function* ofItems(items: unknown[], ref: TypeRef, nulls: NullItems | undefined, around: Around): Generator<Mutant> {
  const isRefused = nulls === "refused" || (nulls === "unstated" && around.mode !== "read");
  for (const [index, item] of items.entries()) {
    if (isRefused) yield mutant("null", items, index, null, around);
    yield* ofValue(items, index, ref, around);
    if (isObject(item) && !isAnything(ref.type, around.service.model))
      yield* ofObject(item, ref.type, { ...around, path: [...around.path, index] });
  }
}

/** Faults in the place of a value that is no collection. */
function* ofValue(container: JsonObject | unknown[], key: string | number, ref: TypeRef, around: Around) {
  for (const [kind, value] of wrongValues(ref, around.mode, around.service))
    yield mutant(kind, container, key, value, around);
}

function* ofObject(object: JsonObject, declared: QualifiedName, around: Around): Generator<Mutant> {
  const { service, mode, place } = around;
  if (structuredType(declared, service.model) === undefined) return;
  const name = typeOf(object, declared, service.model);
  const type = typeFactsIn(service.facts, name);
  const isDerived = name !== declared && place !== "navigation";
  const within: Around = isDerived ? { ...around, place: "derived" } : around;
  for (const member of type.members) {
    yield* ofMember(object, member, within);
    yield* ofAccess(object, member, within);
  }
  // What is read may be of a newer type; an entity that is updated keeps its type.
  const isChecked = mode !== "read" && object["@odata.type"] !== undefined;
  if (isChecked) yield mutant("odata-type", object, "@odata.type", "#microsoft.graph.noSuchType", within);
  yield* ofNames(object, within, type.open || type.inheritsOpen);
}

/** A property that is not declared, and control information. */
function* ofNames(object: JsonObject, around: Around, open: boolean): Generator<Mutant> {
  if (around.mode !== "read" && !open) yield mutant("extra", object, "noSuchProperty", "x", around);
  yield* ofAnnotations(object, around);
}

const TEXTS = /@(?:odata\.)?(?:context|id|etag|type|\w+Link|media\w+)$/;

function* ofAnnotations(object: JsonObject, around: Around): Generator<Mutant> {
  for (const name of Object.keys(object)) {
    if (TEXTS.test(name)) yield mutant("control", object, name, 5, around);
    if (/@(?:odata\.)?count$/.test(name)) yield mutant("control", object, name, {}, around);
    if (around.mode !== "read" && /.@(?:odata\.)?bind$/.test(name)) yield mutant("control", object, name, 5, around);
  }
}

/** Of a member that may not be written, or has to be there. */
function* ofAccess(object: JsonObject, member: MemberFacts, around: Around): Generator<Mutant> {
  const { mode, whole, truncated } = around;
  const { name } = member;
  if (mode !== "read" && whole && member[mode] === "refused" && !(name in object))
    yield mutant("read-only", object, name, "x", around);
  const isRequired =
    mode === "read" ? member.read === "present" && !truncated : mode === "create" && member.create === "required";
  if (isRequired && object[name] !== undefined) yield mutant("missing", object, name, undefined, around);
}

function* ofMember(object: JsonObject, member: MemberFacts | ParameterFacts, around: Around): Generator<Mutant> {
  const { name, type, nullable, nullItems } = member;
  const value = object[name];
  if (value === undefined || type === undefined || isAnything(type.type, around.service.model)) return;
  if (!nullable) yield mutant("null", object, name, null, around);
  if ("required" in member && member.required) yield mutant("missing", object, name, undefined, around);
  if (type.collection) yield mutant("type", object, name, {}, around);
  else yield* ofValue(object, name, type, around);
  const isRelated = "kind" in member && member.kind === "NavigationProperty";
  // What an update says of related entities is not looked into.
  if (isRelated && around.mode === "update") return;
  const place =
    around.place === "navigation" || isRelated ? "navigation" : around.place === "derived" ? "derived" : "nested";
  const within: Around = { ...around, place, path: [...around.path, name], whole: false };
  if (type.collection && Array.isArray(value)) yield* ofItems(value, type, nullItems, within);
  else if (isObject(value) && !isReference(value)) yield* ofObject(value, type.type, within);
}

/** An entity that exists, given by its URL. */
function isReference(value: JsonObject): boolean {
  return typeof value["@odata.id"] === "string";
}

function mutant(
  kind: FaultKind,
  container: Mutant["container"],
  key: string | number,
  value: unknown,
  { place, path }: Around,
): Mutant {
  return { kind, place, path: [...path, key], container, key, value };
}
