/** Sends the example requests of pages to a mock, with the keys of entities that it has. */
import type { Example } from "../../../../src/edm/requests.js";
import { send, type AnyMock, type Sent } from "./generated-mock.js";

const ROOT = /^https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)\//i;
const MISSING = /^There is no \S+ with the key (.*)\.$/s;

/** The headers that change an answer. */
const SENT = /^(?:prefer|if-match|accept|content-type)$/i;

type ExampleRequest = NonNullable<Example["request"]>;

/** What the mock answers, and the path that had an answer. */
export interface Outcome {
  readonly path: string;
  readonly sent: Sent;
}

export async function outcomeOf(mock: AnyMock, request: ExampleRequest): Promise<Outcome> {
  const path = request.url.replace(ROOT, "").replace(/^\//, "");
  const given = request.headers.flatMap(({ name, value }) => (SENT.test(name) ? [[name.toLowerCase(), value]] : []));
  const headers = { ...(request.method === "GET" ? {} : { "if-match": "*" }), ...Object.fromEntries(given) };
  const attempt = async (to: string, isFresh = true): Promise<Sent> => {
    if (isFresh) mock.reset();
    return send(mock, `${request.method} ${to}`, await bodyFor(mock, request.body?.value), headers);
  };
  const outcome = await withKeys(mock, path, attempt);
  if (!/ is not derived from /.test(messageOf(outcome.sent))) return outcome;
  const other = await createdFor(mock, outcome.path, request.body?.value);
  return other === undefined ? outcome : { path: other, sent: await attempt(other, false) };
}

/** The path of a new entity beside another one, of the type that a body names. */
async function createdFor(mock: AnyMock, path: string, body: unknown): Promise<string | undefined> {
  mock.reset();
  const collection = path.slice(0, path.lastIndexOf("/"));
  const created = await send(mock, `POST ${collection}`, body);
  return created.status < 300 ? `${collection}/${encodeURIComponent(keyIn(created.body))}` : undefined;
}

/** Puts the key of each entity of a collection in the place of one that the mock does not have, until all are there. */
async function withKeys(mock: AnyMock, path: string, attempt: (path: string) => Promise<Sent>): Promise<Outcome> {
  const sent = await attempt(path);
  const [, missing] = MISSING.exec(messageOf(sent)) ?? [];
  if (sent.status !== 404 || missing === undefined) return { path, sent };
  const [before = "", query] = path.split("?", 2);
  const segments = before.split("/");
  const at = segments.findIndex((segment) => decoded(segment) === missing || decoded(segment).endsWith(`(${missing})`));
  const name = segments[at]?.includes("(") === true ? segments[at].replace(/\(.*/, "") : undefined;
  const collection = [...segments.slice(0, Math.max(at, 0)), ...(name === undefined ? [] : [name])];
  const { body } = await send(mock, `GET ${collection.join("/")}`);
  let last: Outcome = { path, sent };
  for (const item of (Array.isArray(body.value) ? body.value : []).slice(0, 5)) {
    const key = encodeURIComponent(keyIn(item));
    const next = [...collection, key, ...segments.slice(at + 1)].join("/") + (query === undefined ? "" : `?${query}`);
    if (next === path) continue;
    last = await withKeys(mock, next, attempt);
    if (last.sent.status < 300) break;
  }
  return last;
}

/** Entities of Graph have their key in `id`, or in the first property whose name ends so. */
function keyIn(item: unknown): string {
  const entity = item as Readonly<Record<string, unknown>>; // of a collection
  const [, key] =
    Object.entries(entity).find(([name]) => name === "id") ??
    Object.entries(entity).find(([name]) => /id$/i.test(name)) ??
    [];
  return String(key);
}

/** The body, with the addresses of entities that the mock has. */
async function bodyFor(mock: AnyMock, value: unknown): Promise<unknown> {
  if (value === undefined) return undefined;
  let text = JSON.stringify(value);
  for (const [, address = ""] of text.matchAll(/"(https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)\/[^"]*)"/gi)) {
    const { path, sent } = await withKeys(mock, address.replace(ROOT, ""), (to) => send(mock, `GET ${to}`));
    if (sent.status < 300) text = text.replace(address, `${mock.baseUrl}/${path}`);
  }
  return text;
}

export function messageOf({ body }: Sent): string {
  const { message } = (body["error"] ?? {}) as { readonly message?: unknown }; // an error of OData, if any
  return String(message ?? "");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Why a request is refused: the page and the model differ, or the mock has no such thing. */
export function causeOf({ sent, path }: Outcome): string {
  const message = messageOf(sent);
  const { details = [] } = (sent.body["error"] ?? {}) as { readonly details?: readonly { readonly code: string }[] }; // as above
  const [found] =
    Object.entries(CAUSES).find(([, form]) => form.test(message)) ??
    (sent.status === 501 ? ["it is not supported"] : []);
  const [first] = details;
  return found === undefined ? `${sent.status} ${path}: ${message}` : (OF_BODIES[first?.code ?? ""] ?? found);
}

/** Bodies that are none by the types, by the first issue. */
const OF_BODIES: Readonly<Record<string, string>> = {
  member: "the body has a member that the enumeration lacks, mostly one in another case",
  format: "the body has a placeholder, or a text of another form",
  missing: "the body lacks a parameter, mostly one that it has in another case",
  "unknown-property": "the body has a property that the model lacks",
  "odata-type": "the body names a type that the model lacks, or that cannot stand there",
  type: "the body has a value of another kind",
  null: "the body has null where it cannot stand",
};

const CAUSES: Readonly<Record<string, RegExp>> = {
  "the URL is one of another service": /^The service root is|^Resource not found for the segment 'https:'/,
  "the body is of a type that cannot stand there": /is not derived from/,
  "the body is no JSON, or none by the types":
    /^The (?:body|value) (?:is not valid|has to)|^The action has no parameters/,
  "the path has a name that the model lacks":
    /^Resource not found| has no \S+\.$|^Nothing lies behind|has none of the name|no meaning here/,
  "the parameters are none of an overload": /has no overload|are no parameters|^No path goes on/,
  "the mock has no entity with the key, or at the address": new RegExp(
    `${MISSING.source}|^There is no entity at|is no address of`,
  ),
  "the query has a name that the model lacks, or is none":
    /is no navigation property|is no property|is no .* of |\$\w+|expected|goes on at position|percent-encoded/,
  "the method is none of the path":
    /is not supported here|leads over no navigation|cannot be (?:created|deleted)|can be created here/,
  "there is one with the key": /with this key already/,
  "there is no media": /has no media/,
};
