/** A request of the client: the call of a method at the end of a path. */
import type { ResolvedRequest } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import type { WriteShape } from "../../../edm/examples/example-types.js";
import type { PathStep } from "../../../merge/paths/path-resolver.js";
import { needsETag } from "../../../vocabularies/core.js";
import { accessText } from "./access.js";
import { byKeyText } from "./keys.js";
import { isNode, type ClientNode, type NoSnippet, type Walk } from "./node.js";
import { nodeAt } from "./path-node.js";
import { sampleBody, sampleParameters, type JsonObject } from "./sample-values.js";

/** The ETag of an entity, as it was read. */
const IF_MATCH = `{ ifMatch: 'W/"1"' }`;

/** A call with its parts, for those who write it in another way. */
export interface ClientCall {
  readonly node: ClientNode;
  /** `.get`, `.post` */
  readonly method: string;
  /** What is sent as JSON. */
  readonly body?: JsonObject;
  /** The type whose create or update shape the body has. */
  readonly bodyType?: { readonly type: QualifiedName; readonly shape: WriteShape };
  /** Names for `$select`. */
  readonly select?: readonly string[];
  /** Code of further arguments. */
  readonly rest?: readonly string[];
  /** Whether the result is entities or values of the type of the node. */
  readonly reads: boolean;
}

/** The call that a request is. */
export function callOf(request: ResolvedRequest, steps: readonly PathStep[], walk: Walk): ClientCall | NoSnippet {
  const last = steps.at(-1)?.kind;
  const isSystem = last === "Value" || last === "References" || last === "Count";
  const node = nodeAt(isSystem ? steps.slice(0, -1) : steps, walk);
  if (!isNode(node)) return node;
  switch (last) {
    case "Value":
      return valueCall(node, request, walk);
    case "References":
      return referenceCall(node, request, walk);
    case "Count":
      return request.method === "GET" && node.kind === "collection"
        ? { node, method: ".$count", reads: false }
        : { reason: "the client counts the entities of a collection alone" };
    default:
      return callOn(node, request, walk);
  }
}

function callOn(node: ClientNode, request: ResolvedRequest, walk: Walk): ClientCall | NoSnippet {
  switch (node.kind) {
    case "item":
    case "collection":
      return node.operation === undefined || request.method === "GET"
        ? entityCall(node, request, walk)
        : noMethod(request, "the result of a function");
    case "property":
      return propertyCall(node, request, walk);
    case "stream":
      return contentCall(node, request);
    case "action":
      return request.method === "POST" ? actionCall(node, request, walk) : noMethod(request, "an action");
    case "result":
      return request.method === "GET" ? { node, method: ".get", reads: true } : noMethod(request, "a function");
    case "root":
      return { reason: "the path leads to no resource" };
  }
}

function noMethod({ method }: ResolvedRequest, what: string): NoSnippet {
  return { reason: `the client has no ${method} of ${what}` };
}

function entityCall(node: ClientNode, request: ResolvedRequest, walk: Walk): ClientCall | NoSnippet {
  const { method } = request;
  const isItem = node.kind === "item";
  const rest = isItem && method !== "GET" && matchesETag(node, request) ? [IF_MATCH] : [];
  if (method === "GET") return { node, method: ".get", select: selectOf(node, request, walk), reads: true };
  if (method === "DELETE" && isItem) return { node, method: ".delete", rest, reads: false };
  if (method === "POST" && !isItem) return bodyCall({ node, method: ".post" }, "create", request, walk);
  if ((method === "PATCH" || method === "PUT") && isItem)
    return bodyCall({ node, method: accessText(method.toLowerCase()), rest }, "update", request, walk);
  return noMethod(request, isItem ? "an entity" : "a collection");
}

/** Whether the model or the page asks for the ETag of the entity. */
function matchesETag({ through }: ClientNode, { headers }: ResolvedRequest): boolean {
  return (
    (through !== undefined && needsETag(through)) ||
    headers.some(({ name, value }) => name.toLowerCase() === "if-match" && /\brequired\b/i.test(value))
  );
}

/** The key, where the page has the option; a page that mentions options without naming them has it, too. */
function selectOf({ type }: ClientNode, { queryOptions }: ResolvedRequest, walk: Walk): readonly string[] {
  const takes = queryOptions !== undefined && (queryOptions.others || queryOptions.names.includes("$select"));
  if (!takes || type === undefined) return [];
  const { key = [], members = [] } = walk.context.facts.types.get(type) ?? {};
  const own = new Set(members.map(({ name }) => name as string));
  return key.map(({ name }) => name).filter((name) => own.has(name));
}

function bodyCall(
  call: Pick<ClientCall, "node" | "method" | "rest">,
  shape: WriteShape,
  request: ResolvedRequest,
  walk: Walk,
): ClientCall | NoSnippet {
  const { type } = call.node;
  if (type === undefined) return noMethod(request, "an unknown type");
  const of = writtenType(type, request, walk);
  const body = sampleBody({ type: of, shape, named: of !== type, required: request.required ?? [] }, walk);
  if (body === undefined) return { reason: `no value of ${type} can be written` };
  return { ...call, body: body.value, bodyType: { type: body.type, shape }, reads: false };
}

/** The type that the page sends, where it derives from that of the collection or entity. */
function writtenType(type: QualifiedName, { body }: ResolvedRequest, { context }: Walk): QualifiedName {
  const { model } = context;
  if (body === undefined || body.collection || !model.derived(type).some(({ name }) => name === body.type)) return type;
  return body.type;
}

function actionCall(node: ClientNode, request: ResolvedRequest, walk: Walk): ClientCall {
  const { parameters = [], binding } = node.operation ?? {};
  const isMatched = binding?.collection === false && matchesETag(node, request);
  const body = parameters.length === 0 ? undefined : sampleParameters(parameters, walk);
  const rest = isMatched ? [...(body === undefined ? ["undefined"] : []), IF_MATCH] : [];
  return { node, method: ".post", ...(body !== undefined && { body }), rest, reads: false };
}

function propertyCall(node: ClientNode, request: ResolvedRequest, walk: Walk): ClientCall | NoSnippet {
  const { method } = request;
  const { type } = node;
  const declared = type && walk.context.model.type(type);
  const isComplex = declared?.kind === "ComplexType" && !node.many;
  if (method === "GET") return { node, method: ".get", reads: true };
  if (method === "DELETE" && !node.many) return { node, method: ".delete", reads: false };
  if ((method === "PATCH" || method === "PUT") && isComplex && type !== undefined) {
    const body = sampleBody({ type, shape: "update", required: request.required ?? [] }, walk);
    if (body !== undefined) return { node, method: accessText(method.toLowerCase()), body: body.value, reads: false };
  }
  return noMethod(request, "a property");
}

/** The stream of a media entity, or of a stream property. */
function contentCall({ code, functions, ...node }: ClientNode, request: ResolvedRequest): ClientCall | NoSnippet {
  const content: ClientNode = { ...node, code: `content(${code})`, functions: [...functions, "content"] };
  switch (request.method) {
    case "GET":
      return { node: content, method: ".get", rest: ['"bytes"'], reads: false };
    case "PUT":
      return { node: content, method: ".put", rest: ["new Uint8Array()"], reads: false };
    case "DELETE":
      return { node: content, method: ".delete", reads: false };
    default:
      return noMethod(request, "a stream");
  }
}

function valueCall(node: ClientNode, request: ResolvedRequest, walk: Walk): ClientCall | NoSnippet {
  if (node.kind === "item" || node.kind === "stream") return contentCall(node, request);
  const type = node.type && walk.context.model.type(node.type);
  if (node.kind !== "property" || request.method !== "GET" || type !== undefined || node.many)
    return { reason: "the client reads the raw value of an entity, a stream or a primitive property" };
  const functions = [...node.functions, "value"];
  return { node: { ...node, code: `value(${node.code})`, functions }, method: "", reads: false };
}

function referenceCall(node: ClientNode, request: ResolvedRequest, walk: Walk): ClientCall | NoSnippet {
  if (node.kind !== "item" && node.kind !== "collection") return { reason: "the client relates entities alone" };
  const ref: ClientNode = { ...node, code: `ref(${node.code})`, functions: [...node.functions, "ref"] };
  const other = () => [referenced(node, walk)];
  const isItem = node.kind === "item";
  switch (request.method) {
    case "GET":
      return { node: ref, method: isItem ? ".get" : ".list", reads: false };
    case "DELETE":
      return { node: ref, method: ".remove", ...(!isItem && { rest: other() }), reads: false };
    case "POST":
      return isItem ? noMethod(request, "a reference") : { node: ref, method: ".add", rest: other(), reads: false };
    case "PUT":
      return isItem
        ? { node: ref, method: ".set", rest: other(), reads: false }
        : noMethod(request, "a collection of references");
    default:
      return noMethod(request, "a reference");
  }
}

/** An entity of the related type: of a set of it or of a derived type, else of the collection itself. */
function referenced({ type, code, kind }: ClientNode, walk: Walk): string {
  const { paths } = walk.context.selection;
  const types = new Set(type === undefined ? [] : [type, ...paths.derived(type).map(({ name }) => name)]);
  const sets = (paths.container?.children ?? []).flatMap((child) => (child.kind === "EntitySet" ? [child] : []));
  const set =
    sets.find(({ entityType }) => entityType === type) ?? sets.find(({ entityType }) => types.has(entityType));
  if (set !== undefined) return `client${accessText(walk.segments.of(set))}.${byKeyText(set.entityType, walk)}`;
  return type === undefined || kind === "item" ? code : `${code}.${byKeyText(type, walk)}`;
}
