/** Sends the example requests of pages to a mock, with the keys of entities that it has. */
import type { Example } from "../../../../src/edm/requests.js";
import { send, type AnyMock, type Sent } from "./generated-mock.js";

const ROOT = /^https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)\//i;
/** Pages show what other servers are sent, such as the one that a call notifies. */
const OTHER_SERVER = /^https?:\/\/(?!graph\.microsoft\.com\/)/i;
const MISSING = /^There is no \S+ with the key (.*)\.$/s;

/** The headers that change an answer. */
const SENT = /^(?:prefer|if-match|accept|content-type)$/i;

type ExampleRequest = NonNullable<Example["request"]>;

/** What the mock answers, and the path that had an answer. */
export interface Outcome {
  readonly path: string;
  readonly sent: Sent;
}

/** Whether a request that a page shows goes to the service. */
export function isToService({ url }: ExampleRequest): boolean {
  return !OTHER_SERVER.test(url);
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
  const message = messageOf(outcome.sent);
  if (request.method !== "POST" && / is not derived from /.test(message))
    return withType(mock, outcome, request, attempt);
  if (outcome.sent.status === 409) return withoutSame(mock, outcome, request, attempt);
  if (outcome.sent.status === 410) return withToken(mock, outcome, attempt);
  return outcome;
}

type Attempt = (to: string, isFresh?: boolean) => Promise<Sent>;

/** Sends it to an entity of the type that the body names, which is created in the place of the other one. */
async function withType(
  mock: AnyMock,
  { path }: Outcome,
  { body }: ExampleRequest,
  attempt: Attempt,
): Promise<Outcome> {
  mock.reset();
  const end = path.lastIndexOf("/");
  await send(mock, `DELETE ${path}`, undefined, { "if-match": "*" });
  const sent = await send(mock, `POST ${path.slice(0, end)}`, {
    id: decoded(path.slice(end + 1)),
    ...Object(body?.value),
  });
  if (sent.status >= 300) return { path, sent };
  const created = `${path.slice(0, end)}/${encodeURIComponent(keyIn(sent.body))}`;
  return { path: created, sent: await attempt(created, false) };
}

/** Removes the entity that has the key of the one to create. */
async function withoutSame(
  mock: AnyMock,
  { path }: Outcome,
  { body }: ExampleRequest,
  attempt: Attempt,
): Promise<Outcome> {
  mock.reset();
  await send(mock, `DELETE ${path}/${encodeURIComponent(keyIn(body?.value))}`, undefined, { "if-match": "*" });
  return { path, sent: await attempt(path, false) };
}

/** Puts a token of the mock in the place of the one on the page. */
async function withToken(mock: AnyMock, { path }: Outcome, attempt: Attempt): Promise<Outcome> {
  const { body } = await send(mock, `GET ${path.replace(/\?.*/, "")}`);
  const next = String(body["@odata.deltaLink"]).slice(mock.baseUrl.length + 1);
  return { path: next, sent: await attempt(next) };
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
  member: "the body has a member that the enumeration lacks",
  format: "the body has a placeholder, or a text of another form",
  missing: "the body lacks a parameter",
  "unknown-property": "the body has a property that the model lacks",
  "odata-type": "the body names a type that the model lacks, or that cannot stand there",
  type: "the body has a value of another kind",
  null: "the body has null where it cannot stand",
};

const CAUSES: Readonly<Record<string, RegExp>> = {
  "the URL has another version of the service": /^The service root is|^Resource not found for the segment 'https:'/,
  "the body is of a type that cannot stand there": /is not derived from/,
  "the body is no JSON, or none by the types":
    /^The (?:body|value) (?:is not valid|has to)|^The action has no parameters/,
  "the path has a name that the model lacks":
    /^Resource not found| has no \S+\.$|^Nothing lies behind|has none of the name|no meaning here/,
  "the parameters are none of an overload": /has no overload|are no parameters|^No path goes on/,
  "the mock has no entity with the key, or at the address": new RegExp(
    `${MISSING.source}|^There is no entity at|is no address of|^The value is no `,
  ),
  "the query has a name that the model lacks, or is none":
    /is no navigation property|is no property|is no .* of |\$\w+|expected|goes on at position|percent-encoded/,
  "the method is none of the path":
    /is not supported here|leads over no navigation|cannot be (?:created|deleted)|can be created here/,
  "there is one with the key": /with this key already/,
  "there is no media": /has no media/,
};
