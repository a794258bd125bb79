/** The types of the bodies of an example: by the path in the model, by the page, and by `@odata.type`. */
import type { Operation, StructuredType, TypeRef } from "../elements.js";
import { requestShown } from "./example-request.js";
import { isStructured, type Model, type ResolvedRequest } from "../model.js";
import { isQualifiedName, type QualifiedName } from "../names.js";
import { edmTypeOf } from "../primitive-types.js";
import type { Body, Example, JsonValue, Method } from "../requests.js";

/** A body that creates an entity, also as a parameter of an action, or one that updates it. */
export type WriteShape = "create" | "update";

/** What a value is for: it is read, or written. */
export type ValueShape = "read" | WriteShape;

export type BodyType =
  /** A value of a structured type; `wrapped`: it stands in a `value`, though only collections and bare values do. */
  | { readonly kind: "value"; readonly ref: TypeRef; readonly shape: ValueShape; readonly wrapped: boolean }
  /** A collection, or a bare value that an operation returns, in `value` (OData JSON Format 4.01 §11 and §13). */
  | { readonly kind: "response"; readonly ref: TypeRef }
  | { readonly kind: "parameters"; readonly operation: Operation }
  /** OData JSON Format 4.01 §21.1 */
  | { readonly kind: "error" };

/** A type is absent where there is no body, or no source gives its type. */
export interface ExampleTypes {
  readonly request?: BodyType;
  readonly response?: BodyType;
}

export function exampleTypes(request: ResolvedRequest, example: Example, model: Model): ExampleTypes {
  const [asked, response] = [example.request?.body, example.response];
  if (asked === undefined && response?.body === undefined) return {};
  const shown = shownBy(request, example, model);
  const sent = asked && requestType(asked, shown);
  const received = response?.body && responseType(response.body, response.status, shown);
  return { ...(sent && { request: sent }), ...(received && { response: received }) };
}

/** The type of the body that the example sends. */
export function requestBodyType(request: ResolvedRequest, example: Example, model: Model): BodyType | undefined {
  return example.request?.body && requestType(example.request.body, shownBy(request, example, model));
}

function shownBy(request: ResolvedRequest, example: Example, model: Model): Shown {
  return {
    request: requestShown(request, example, model),
    method: example.request?.method ?? request.method,
    alone: example.request === undefined,
    model,
  };
}

interface Shown {
  /** Undefined where the example shows one that no page documents. */
  readonly request: ResolvedRequest | undefined;
  readonly method: Method;
  /** Whether the page shows a response without its request, so that it may be of another one. */
  readonly alone: boolean;
  readonly model: Model;
}

function requestType(body: Body, shown: Shown): BodyType | undefined {
  const { request, method, model } = shown;
  const resource = request?.resource;
  const shape = method === "POST" ? "create" : method === "PATCH" || method === "PUT" ? "update" : undefined;
  if (shape === undefined || isOfReferences(request)) return undefined;
  if (resource?.kind === "Operation")
    return resource.operation.kind === "Action" ? { kind: "parameters", operation: resource.operation } : undefined;
  if (resource?.kind === "Collection" && shape === "update") return undefined;
  const declared = narrower(resource?.type, request?.body?.type, model) ?? body.said?.type;
  const ref = refOf(ownType(body.value, resource?.type ?? declared, model) ?? declared);
  return ref && { kind: "value", ref, shape, wrapped: false };
}

function responseType(body: Body, status: number, shown: Shown): BodyType | undefined {
  if (status >= 400 || isError(body.value)) return { kind: "error" };
  const { model, alone, request } = shown;
  if (isOfReferences(request)) return undefined;
  const byPath = expectedOf(shown);
  const isOther = alone && body.said !== undefined && !areRelated(byPath?.type, body.said.type, model);
  const expected = isOther ? body.said : byPath;
  const item = knownType(narrower(expected?.type, body.said?.type, model), body.value, model);
  if (item === undefined || edmTypeOf(item) === "Stream") return undefined;
  const type = model.type(item);
  const structured = type !== undefined && isStructured(type) ? type : undefined;
  const value = wrappedIn(body.value, structured, model);
  const collection = Array.isArray(value) || (value === undefined && expected?.collection === true);
  if (collection || structured === undefined) {
    // A bare value may be any property of an entity, so its type is unknown.
    const isBare = structured === undefined && request?.resource?.kind !== "Operation";
    return isBare && !collection ? undefined : { kind: "response", ref: { type: item, collection } };
  }
  if (value !== undefined && (typeof value !== "object" || value === null)) return undefined;
  const base = isNarrower(item, expected?.type, model) ? expected?.type : item;
  const ref = refOf(ownType(value ?? body.value, base, model) ?? item);
  return ref && { kind: "value", ref, shape: "read", wrapped: value !== undefined };
}

/** Whether a request is about the URLs of entities (OData Protocol 4.01 §11.2.8). */
function isOfReferences(request: ResolvedRequest | undefined): boolean {
  return request?.template.endsWith("/$ref") === true;
}

/** A page may give a type that is none; then a body that names its own is of that. */
function knownType(stated: QualifiedName | undefined, body: JsonValue, model: Model): QualifiedName | undefined {
  if (stated !== undefined && (edmTypeOf(stated) !== undefined || model.type(stated) !== undefined)) return stated;
  const value = propertyOf(body, "value") ?? body;
  const [first = value]: readonly JsonValue[] = Array.isArray(value) ? value : [];
  return ownType(first, undefined, model) ?? stated;
}

/** The type by the path, else by the page. */
function expectedOf({ request, method }: Shown): Pick<TypeRef, "type" | "collection"> | undefined {
  const { resource, returns } = request ?? {};
  if (resource === undefined) return returns;
  if (resource.kind === "Operation") return resource.operation.returnType ?? returns;
  return { type: resource.type, collection: resource.kind === "Collection" && method === "GET" };
}

/** The derived type, where one is derived from the other; else the first. */
function narrower(
  first: QualifiedName | undefined,
  second: QualifiedName | undefined,
  model: Model,
): QualifiedName | undefined {
  return second !== undefined && (first === undefined || isNarrower(second, first, model)) ? second : first;
}

/** Whether values of one type may be of the other. */
function areRelated(a: QualifiedName | undefined, b: QualifiedName, model: Model): boolean {
  return a === b || isNarrower(b, a, model) || (a !== undefined && isNarrower(a, b, model));
}

function isNarrower(type: QualifiedName, base: QualifiedName | undefined, model: Model): boolean {
  return base !== undefined && model.derived(base).some(({ name }) => name === type);
}

/** The type that `@odata.type` names, where the value may be of it. */
function ownType(value: JsonValue, declared: QualifiedName | undefined, model: Model): QualifiedName | undefined {
  const named = propertyOf(value, "@odata.type");
  const name = typeof named === "string" ? named.slice(named.lastIndexOf("#") + 1) : "";
  if (!isQualifiedName(name) || model.type(name) === undefined) return undefined;
  return declared === undefined || narrower(declared, name, model) === name ? name : undefined;
}

/** The property `value` of a body, unless it is one that the type declares; undefined where there is none. */
function wrappedIn(body: JsonValue, type: StructuredType | undefined, model: Model): JsonValue | undefined {
  const line = type === undefined ? [] : [type, ...model.bases(type), ...model.derived(type.name)];
  const isOwn = line.some(({ properties, navigationProperties }) =>
    [...properties, ...navigationProperties].some(({ name }) => name === "value"),
  );
  const value = propertyOf(body, "value") ?? null;
  const isWhole = Array.isArray(value) || (type !== undefined && ownType(value, type.name, model) !== undefined);
  return isOwn && !isWhole ? undefined : propertyOf(body, "value");
}

/** An object with `error` and nothing else but annotations. */
function isError(body: JsonValue): boolean {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return false;
  const names = Object.keys(body).filter((name) => !name.includes("@"));
  return names.length === 1 && names[0] === "error";
}

function propertyOf(value: JsonValue, name: string): JsonValue | undefined {
  // Arrays have none of their own that are asked for.
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as { readonly [name: string]: JsonValue })[name]
    : undefined;
}

function refOf(type: QualifiedName | undefined): TypeRef | undefined {
  return type && { type, collection: false };
}
