/** The members and complex values in the bodies that pages document: in their examples and in the tables of their bodies. */
import { sourceIndexOf } from "../../diagnostics/position.js";
import type { NavigationProperty, Property, StructuredType, TypeRef } from "../../edm/elements.js";
import { requestBodyType, type WriteShape } from "../../edm/examples/example-types.js";
import { groupBy } from "../../edm/grouping.js";
import { isStructured, parametersOf, type Model, type ResolvedRequest } from "../../edm/model.js";
import { isQualifiedName, type QualifiedName } from "../../edm/names.js";
import type { JsonValue, Method } from "../../edm/requests.js";
import { Core, isTagged } from "../../edm/vocabulary.js";
import { allMembers } from "../members-of.js";

type Member = Property | NavigationProperty;

export interface SentValues {
  /** The members of objects in bodies of requests that create, update or call an action, each with its object. */
  readonly members: Readonly<Record<WriteShape, ReadonlySet<Member>>>;
  /** The types of complex values in them. */
  readonly complexTypes: ReadonlySet<QualifiedName>;
}

export function sentValuesOf(model: Model): SentValues {
  const found: Found = { model, members: { create: new Set(), update: new Set() }, complexTypes: new Set() };
  for (const request of model.requests) addExamples(request, found);
  addTables(found);
  return found;
}

interface Found extends SentValues {
  readonly model: Model;
  readonly members: Readonly<Record<WriteShape, Set<Member>>>;
  readonly complexTypes: Set<QualifiedName>;
}

function addExamples(request: ResolvedRequest, found: Found): void {
  for (const example of request.examples) {
    const body = example.request?.body?.value;
    const type = requestBodyType(request, example, found.model);
    if (body === undefined || type === undefined) continue;
    if (type.kind === "value" && type.shape !== "read") addValue(body, type.ref, type.shape, found);
    if (type.kind === "parameters" && isObject(body))
      for (const { name, type: ref } of parametersOf(type.operation))
        if (ref !== undefined) addValue(parameterIn(body, name), ref, "create", found);
  }
}

function addValue(value: JsonValue | undefined, { type: declared }: TypeRef, shape: WriteShape, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[])
      addValue(item, { type: declared, collection: false }, shape, found);
    return;
  }
  const type = value !== undefined && isObject(value) ? typeOf(value, declared, found.model) : undefined;
  if (value === undefined || !isObject(value) || type === undefined) return;
  if (type.kind === "ComplexType") found.complexTypes.add(type.name);
  for (const member of allMembers(type, found.model)) {
    const given = ownValue(value, member.name);
    if (given !== undefined || ownValue(value, `${member.name}@odata.bind`) !== undefined)
      found.members[shape].add(member);
    // Related entities in a body are created with it.
    if (member.type) addValue(given, member.type, member.kind === "Property" ? shape : "create", found);
  }
}

/** The type that `@odata.type` names, where the value may be of it; else the declared one. */
function typeOf(value: JsonObject, declared: QualifiedName, model: Model): StructuredType | undefined {
  const type = model.type(declared);
  if (type === undefined || !isStructured(type)) return undefined;
  const named = ownValue(value, "@odata.type");
  const name = typeof named === "string" ? named.slice(named.lastIndexOf("#") + 1) : "";
  return isQualifiedName(name) ? (model.derived(declared).find((derived) => derived.name === name) ?? type) : type;
}

/** The shape of the bodies of requests with a method. */
const shapes: Readonly<Partial<Record<Method, WriteShape>>> = { POST: "create", PATCH: "update", PUT: "update" };

/** A row of the table of a body, unless it calls the property read-only itself. */
function addTables({ model, members, complexTypes }: Found): void {
  const shapesByPage = groupBy(
    model.requests.flatMap((request) =>
      model.declarations(request).map(({ at }) => ({ at, shape: shapes[request.method] })),
    ),
    ({ at }) => sourceIndexOf(at),
  );
  for (const member of model.structuredTypes.flatMap(ownMembers)) {
    for (const row of model.declarations(member)) {
      if (row.by !== "apiList" || isTagged(row, Core.Computed)) continue;
      for (const { shape } of shapesByPage.get(sourceIndexOf(row.at)) ?? []) {
        if (shape === undefined) continue;
        members[shape].add(member);
        const type = member.type && model.type(member.type.type);
        if (type?.kind === "ComplexType") complexTypes.add(type.name);
      }
    }
  }
}

export function ownMembers({ properties, navigationProperties }: StructuredType): readonly Member[] {
  return [...properties, ...navigationProperties];
}

/** Examples write the names of parameters in another letter case than CSDL. */
function parameterIn(body: JsonObject, name: string): JsonValue | undefined {
  return Object.entries(body).find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1];
}

type JsonObject = { readonly [name: string]: JsonValue };

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownValue(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
