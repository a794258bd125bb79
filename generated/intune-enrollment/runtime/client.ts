/**
 * An AbortSignal. This file declares the parts of the platform that the client uses, so that projects need neither the
 * types of the DOM nor those of Node. Where those exist, `Signal` and `HttpResponse` are theirs.
 */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : { readonly aborted: boolean };

/** A Response of the platform. */
export type HttpResponse = typeof globalThis extends { Response: { prototype: infer R } } ? R : FetchResponse;

/** The init object that the client passes to `fetch`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  redirect: "manual";
  body?: string | Uint8Array<ArrayBuffer>;
  signal?: Signal;
}

/** The part of a Response that the client reads. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** The part of the standard `fetch` that the client uses. Every standard `fetch` can be assigned to it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** The part of a URL object that the client reads. */
interface Url {
  readonly href: string;
  readonly origin: string;
}

interface Platform {
  readonly fetch: Fetch;
  readonly URL: new (url: string, base?: string) => Url;
}

/** The global `fetch` and `URL`. Looked up at each use, so that tests can replace the global `fetch`. */
function platform(): Platform {
  // Both exist on every supported platform, but their declarations may be missing from the project.
  return globalThis as unknown as Platform;
}

/** Marks errors, so that {@link ODataError.is} recognizes those of other copies of this file in the same program. */
const brand = /* @__PURE__ */ Symbol.for("odata-codegen.ODataError");

/** An item of `details` in an error response (OData JSON Format 4.01 §21). */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  /** The part of the request that the detail is about, such as a property name. */
  readonly target?: string | null;
}

/** The properties of an {@link ODataError}. */
export interface Failure {
  /** The HTTP status; 0 when there is no response, or the browser hides it. */
  readonly status: number;
  /**
   * The error code of the service, or the HTTP status when the body has none. Codes of this client: `noToken`,
   * `outsideService`, `foreignLink`, `linkLoop`, `notACollection`, `notJson`.
   */
  readonly code: string;
  readonly message: string;
  readonly target?: string | undefined;
  readonly details?: readonly ErrorDetail[] | undefined;
  readonly innerError?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | undefined;
}

/**
 * A failed request: an error response of the service (OData JSON Format 4.01 §21), or a check of the client that
 * failed.
 */
export class ODataError extends Error implements Failure {
  declare readonly status: number;
  declare readonly code: string;
  /** The part of the request that the error is about, such as a property name. */
  declare readonly target?: string | undefined;
  declare readonly details: readonly ErrorDetail[];
  declare readonly innerError?: Readonly<Record<string, unknown>> | undefined;
  /** The identifier of the request in the service's logs; quote it in support requests. */
  declare readonly requestId?: string | undefined;

  constructor(failure: Failure) {
    super(failure.message);
    Object.assign(this, failure, { name: "ODataError", details: failure.details ?? [] });
    Object.defineProperty(this, brand, { value: true });
  }

  /** Like `instanceof`, but also true for errors of another copy of this module. */
  static is(error: unknown): error is ODataError {
    return typeof error === "object" && error !== null && brand in error;
  }
}

/** An error raised by the client, not by the service. */
function failure(code: string, message: string, status: number = 0): ODataError {
  return new ODataError({ status, code, message });
}

/** The `error` object of a response body. Services omit any of its properties. */
type ServiceError = Partial<Failure> & { readonly innererror?: Failure["innerError"] };

/**
 * Reads the error from an unsuccessful response. Bodies that are missing or not in OData's format give a default
 * message.
 */
async function errorOf(response: FetchResponse): Promise<ODataError> {
  const { status, headers } = response;
  const {
    code = status,
    message = defaultMessage(status),
    target,
    details,
    innererror,
    innerError = innererror,
  } = serviceError(await response.text().catch(() => ""));
  const header = headers.get("request-id") ?? headers.get("x-ms-request-id") ?? headers.get("client-request-id");
  const requestId = header ?? innerError?.["request-id"];
  return new ODataError({
    status,
    code: String(code),
    message: String(message),
    target,
    details: Array.isArray(details) ? details : [],
    innerError,
    requestId: requestId === undefined ? undefined : String(requestId),
  });
}

function serviceError(body: string): ServiceError {
  try {
    // Unchecked: every property of any other JSON value is undefined.
    return (JSON.parse(body) as { error?: ServiceError } | null)?.error ?? {};
  } catch {
    return {};
  }
}

function defaultMessage(status: number): string {
  // With `redirect: "manual"`, browsers report redirects with status 0.
  const redirect = status === 0 || (status >= 300 && status < 400 && status !== 304);
  // See `send` for why redirects are not followed.
  return redirect ? "A redirect is not followed." : `The service answered with status ${status}.`;
}

/**
 * The type of a URL literal, where the JavaScript value does not tell it: an Edm type without `Edm.`, or the qualified
 * name of an enumeration.
 */
export type LiteralKind =
  | "String"
  | "Guid"
  | "Date"
  | "TimeOfDay"
  | "DateTimeOffset"
  | "Duration"
  | "Binary"
  | "Int64"
  | "Decimal"
  | "Double"
  | "Single"
  | `${string}.${string}`;

/**
 * Formats a value as a percent-encoded URL literal (OData ABNF 4.01, rule primitiveLiteral). Without a kind, strings
 * are quoted. Throws a TypeError for objects, undefined, and strings that have characters which the kind does not
 * allow.
 */
function literal(value: unknown, kind?: LiteralKind): string {
  if (typeof value !== "string") return encode(plain(value));
  if (kind === undefined || kind === "String") return quoted(value);
  if (kind === "Duration" || kind === "Binary") return kind.toLowerCase() + quoted(value);
  if (kind.includes(".")) return encode(kind) + quoted(value);
  // These literals have no quotes: other characters could change the meaning of the URL.
  if (!/^[\w.:+-]+$/.test(value)) throw new TypeError(`"${value}" is not an Edm.${kind}.`);
  return encode(value);
}

function plain(value: unknown): string {
  if (value === Infinity) return "INF";
  if (value === -Infinity) return "-INF";
  if (value === null || ["number", "boolean", "bigint"].includes(typeof value)) return String(value);
  throw new TypeError(`${typeof value} is no value of a key.`);
}

/** Quotes a string; quotes inside it are doubled (OData ABNF 4.01, rule SQUOTE-in-string). */
function quoted(value: string): string {
  return `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
}

/**
 * Percent-encodes text, except the characters `$ , : ; = @`: paths may contain them, and OData uses them as delimiters.
 */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(?:24|2C|3A|3B|3D|40)/g, decodeURIComponent);
}

/**
 * A source of access tokens; every credential of `@azure/identity` is one. `getToken` resolves to null when it has no
 * token.
 */
export interface TokenCredential {
  getToken(scopes: string[], options?: { abortSignal?: Signal }): Promise<{ readonly token: string } | null>;
}

/** Options of a generated client. */
export interface ClientOptions {
  /** The service root, such as `https://host/service`. Required unless the configuration of the generator sets one. */
  baseUrl?: string | undefined;
  /** Returns the access token of each request, sent as `Authorization: Bearer`. Without it requests are anonymous. */
  credential?: TokenCredential | (() => string | Promise<string>) | undefined;
  /**
   * The scopes that are requested from a {@link TokenCredential}. Default: the scopes in the configuration of the
   * generator, else `/.default` of the service's origin.
   */
  scopes?: string | readonly string[] | undefined;
  /** Replaces the global `fetch`, for instance to retry, log or test. */
  fetch?: Fetch | undefined;
  /** Headers of every request. Those of a single request take precedence. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Run-time data of a generated client, which types cannot express. Names are those of the TypeScript code. */
export interface Facts {
  readonly baseUrl?: string;
  readonly scopes?: readonly string[];
  /**
   * Path segments that differ from their name in code, such as the qualified names of operations. A value that ends
   * with a dot is a namespace; the name is appended to it.
   */
  readonly segments?: Readonly<Record<string, string>>;
  /**
   * How `byId` writes a key: `/users/7` (`segment`, OData URL Conventions 4.01 §4.3.6) or `/users(7)` (`parentheses`,
   * the default, §4.3.1).
   */
  readonly keyStyle?: "segment" | "parentheses";
  /**
   * Kinds of function parameters other than strings, numbers and booleans, by `parameter`, `function.parameter` or
   * `type/function.parameter`; the longer name takes precedence. The type is that of the path before the function.
   */
  readonly parameters?: Readonly<Record<string, LiteralKind>>;
  /**
   * Kinds of keys other than strings, numbers and booleans, by `collection` or `type/collection`. For a key of several
   * properties or an alternate key, `.property` follows.
   */
  readonly keys?: Readonly<Record<string, LiteralKind>>;
  /**
   * The types that `keys` and `parameters` name, and those that lead to them: by the segment or cast that a path comes
   * to them with, or by `type/segment`. The service root has the type `.`; all others have none.
   */
  readonly types?: Readonly<Record<string, string>>;
}

/** The resolved options of a client. */
interface Connection {
  /** The service root without trailing slashes. */
  readonly base: string;
  readonly facts: Facts;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: (signal: Signal | undefined) => Promise<string | undefined>;
}

/** Resolves the options. Throws a TypeError when `baseUrl` is not an absolute HTTP URL, or has a query or fragment. */
function connectionOf(options: ClientOptions, facts: Facts): Connection {
  const base = baseOf(options.baseUrl ?? facts.baseUrl ?? "");
  return {
    base,
    facts,
    fetch: options.fetch ?? ((url, init) => platform().fetch(url, init)),
    headers: options.headers ?? {},
    token: (signal) => tokenOf(options, facts, base, signal),
  };
}

function baseOf(address: string): string {
  if (!/^https?:\/\/[^?#]+$/i.test(address)) {
    throw new TypeError(`baseUrl must be a service root such as "https://host/service", not "${address}".`);
  }
  return new (platform().URL)(address).href.replace(/\/+$/, "");
}

async function tokenOf(
  { credential, scopes }: ClientOptions,
  facts: Facts,
  base: string,
  signal: Signal | undefined,
): Promise<string | undefined> {
  if (typeof credential !== "object") return credential?.();
  const wanted = scopes ?? facts.scopes ?? `${new (platform().URL)(base).origin}/.default`;
  const answer = await credential.getToken([wanted].flat(), signal && { abortSignal: signal });
  if (answer === null) throw failure("noToken", "The credential gives no token.");
  return answer.token;
}

/**
 * The absolute URL of a path below the service root, or of a link. Throws `outsideService` for `..` and other hosts.
 */
function addressOf({ base }: Connection, path: string): string {
  // The prefix `./` keeps a colon in the path from being parsed as a scheme, and leading slashes as a host.
  const { href } = new (platform().URL)(/^https?:/i.test(path) ? path : `./${path.replace(/^[/\\]+/, "")}`, `${base}/`);
  if (!href.startsWith(base) || !["/", "?", ""].includes(href.charAt(base.length))) {
    throw failure("outsideService", `The path "${path}" leads out of the service at ${base}.`);
  }
  return href;
}

/**
 * The absolute URL of a next page. Throws `foreignLink` when its origin differs from the first page's: the token would
 * leak.
 */
function linkOf(link: string, from: string): string {
  const { URL } = platform();
  const { href, origin } = new URL(link, from);
  if (origin !== new URL(from).origin) {
    throw failure("foreignLink", `The next page is on another host, ${origin}.`);
  }
  return href;
}

/** Options of a single request. */
export interface RequestOptions {
  /** Headers of this request. They replace those of the client, but not the `authorization` of its credential. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Aborts the request. The promise then rejects with the error of `fetch`. */
  signal?: Signal | undefined;
}

/**
 * Sends a request. Throws an {@link ODataError} unless the status is 2xx; errors of the network are those of `fetch`.
 */
async function send(
  connection: Connection,
  method: string,
  url: string,
  options: RequestOptions = {},
  body?: unknown,
): Promise<FetchResponse> {
  const token = await connection.token(options.signal);
  const content = contentOf(body);
  const init: FetchInit = {
    method,
    headers: merged(
      { accept: "application/json" },
      content === body ? {} : { "content-type": "application/json" },
      connection.headers,
      options.headers,
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    ),
    // `fetch` would send the headers of the options, which may be secret, to any host that a redirect names.
    redirect: "manual",
  };
  if (content !== undefined) init.body = content;
  if (options.signal !== undefined) init.signal = options.signal;
  const response = await connection.fetch(url, init);
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** Strings and bytes are sent unchanged, everything else as JSON. */
function contentOf(body: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || typeof body === "string") return body;
  // Bytes in a SharedArrayBuffer cannot be sent; `fetch` throws a TypeError for them.
  return body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
}

/** Merges headers by lower-cased name (RFC 9110 §5.1: names are case-insensitive). Later values win. */
function merged(...parts: readonly (Readonly<Record<string, string>> | undefined)[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const part of parts) for (const name in part) headers[name.toLowerCase()] = part[name] ?? "";
  return headers;
}

/** Parses the body of a response as JSON; undefined when it is empty. Throws `notJson` otherwise. */
async function json(response: FetchResponse): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw failure("notJson", "The service answered with no JSON.", response.status);
  }
}

/** A page of a collection. */
export interface Page<T> {
  /** The items of this page. */
  value: T[];
  /** The URL of the next page; absent on the last page. */
  nextLink?: string;
  /** The URL that returns the changes since this response (OData Protocol 4.01 §11.3). */
  deltaLink?: string;
  /** The number of items on all pages, if the query has `count: true`. */
  count?: number;
}

/**
 * Unwraps a response body. Collections and primitive values are in a property `value`, beside annotations only (OData
 * JSON Format 4.01 §11 and §13): the result is a {@link Page} or the value. Entities are returned unchanged, including
 * those with a property named `value`: they have other properties too, or a context URL that ends with `/$entity`.
 * Single values are unwrapped for operations only.
 */
function unwrapped(body: unknown, ofOperation: boolean): unknown {
  if (!isWrapping(body)) return body;
  const { value } = body;
  const ownNames = Object.keys(body).filter((name) => !name.includes("@"));
  if (ownNames.length > 1 || String(annotation(body, "context")).endsWith("/$entity")) return body;
  if (Array.isArray(value)) return pageOf(body, value);
  return ofOperation ? value : body;
}

function isWrapping(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && "value" in body;
}

function pageOf(body: Readonly<Record<string, unknown>>, value: unknown[]): Page<unknown> {
  const page: Page<unknown> = { value };
  for (const name of ["nextLink", "deltaLink"] as const) {
    const link = annotation(body, name);
    if (link !== undefined) page[name] = String(link);
  }
  const count = annotation(body, "count");
  // The count is a string with the format parameter IEEE754Compatible=true (OData JSON Format 4.01 §3.2).
  if (count !== undefined) page.count = Number(count);
  return page;
}

/**
 * The value of a control information, with or without the prefix `odata.`, which is optional in OData 4.01 (JSON Format
 * §4.6).
 */
function annotation(body: Readonly<Record<string, unknown>>, name: string): unknown {
  return body[`@odata.${name}`] ?? body[`@${name}`];
}

/**
 * A request for a collection. `await` resolves to the first page; `for await` iterates the items of all pages. The
 * first page is requested when the result is first awaited or iterated, and only once. Iterating throws an ODataError
 * when the response is not a collection or the links between pages form a cycle.
 */
export interface ListRequest<T> extends Promise<Page<T>>, AsyncIterable<T> {}

/** Requests the first page, or the page at a `nextLink`. */
type LoadPage<T> = (link?: string) => Promise<Page<T>>;

/** A {@link ListRequest} that gives at most `take` items when iterated. */
class LazyListRequest<T> implements ListRequest<T> {
  readonly [Symbol.toStringTag]: string = "ListRequest";
  readonly #load: LoadPage<T>;
  readonly #take: number;
  #first: Promise<Page<T>> | undefined;

  constructor(load: LoadPage<T>, take: number = Infinity) {
    this.#load = load;
    this.#take = take;
  }

  #send(): Promise<Page<T>> {
    return (this.#first ??= this.#load());
  }
  then<A = Page<T>, B = never>(
    fulfilled?: ((page: Page<T>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#send().then(fulfilled, rejected);
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Page<T> | B> {
    return this.#send().catch(rejected);
  }

  finally(settled?: (() => void) | null): Promise<Page<T>> {
    return this.#send().finally(settled);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let left = this.#take;
    const followed = new Set<string>();
    if (left <= 0) return;
    let page = await this.#send();
    while (true) {
      if (!Array.isArray(page?.value)) throw failure("notACollection", "The service answered with no collection.");
      for (const item of page.value) {
        yield item;
        if (--left <= 0) return;
      }
      const link = page.nextLink;
      if (link === undefined) return;
      if (followed.has(link)) throw failure("linkLoop", "The pages lead in a circle.");
      followed.add(link);
      page = await this.#load(link);
    }
  }
}

/** A resource path that is built segment by segment. */
interface Place {
  /** The path relative to the service root, percent-encoded, with a leading slash; empty for the root. */
  readonly path: string;
  /**
   * Parameter aliases of function calls in the path, as query options `@name=value` (OData URL Conventions 4.01
   * §5.3.3).
   */
  readonly aliases: readonly string[];
  /** The last segment as it is named in code, without key or cast. */
  readonly name: string;
  readonly parent: Place | undefined;
  /** The type of the entity or collection, where {@link Facts.types} has it; else empty. */
  readonly type: string;
  /** Whether the path ends with a function call. */
  readonly called: boolean;
}

/** The service root. */
const root: Place = { path: "", aliases: [], name: "", parent: undefined, type: ".", called: false };

/** Appends a segment under its name in the URL, see {@link Facts.segments}. */
function segment({ facts }: Connection, parent: Place, name: string): Place {
  const wire = find(facts.segments, name);
  return {
    ...parent,
    path: `${parent.path}/${encode(wire?.endsWith(".") ? wire + name : (wire ?? name))}`,
    name,
    parent,
    type: at(facts.types, parent, name) ?? "",
    called: false,
  };
}

/** Appends a cast to a derived type, given by its qualified name (OData URL Conventions 4.01 §4.11). */
function castTo({ facts }: Connection, place: Place, type: string): Place {
  return {
    ...place,
    path: `${place.path}/${encode(type)}`,
    type: at(facts.types, place, type) ?? "",
    called: false,
  };
}

/**
 * Appends a key. An object is a key of several properties or an alternate key: `(a=1,b=2)`. Throws a TypeError for a
 * key that cannot be written.
 */
function byKey({ facts }: Connection, place: Place, key: unknown): Place {
  const text =
    typeof key === "object" && key !== null
      ? `(${Object.entries(key)
          .map(([name, value]) => `${name}=${literal(value, keyKind(facts, place, `.${name}`))}`)
          .join()})`
      : facts.keyStyle === "segment"
        ? `/${keySegment(String(key))}`
        : `(${literal(key, keyKind(facts, place, ""))})`;
  return { ...place, path: place.path + text, called: false };
}

/**
 * Throws for `.` and `..`, which URLs resolve even when encoded, and for an empty key, which would address the
 * collection.
 */
function keySegment(key: string): string {
  if (key === "" || key === "." || key === "..") throw new TypeError(`"${key}" cannot be a key in a path.`);
  return encodeURIComponent(key);
}

function keyKind({ keys }: Facts, place: Place, rest: string): LiteralKind | undefined {
  return at(keys, place.parent, place.name + rest);
}

// Collections and objects are passed as parameter aliases in the query (OData URL Conventions 4.01 §5.3.3).
function isAlias(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/**
 * Appends the parameters of a function call, `(a=1,b=@b)`; undefined ones are omitted. Parentheses are written even
 * without parameters (OData URL Conventions 4.01 §4.5.2).
 */
function withParameters({ facts }: Connection, place: Place, parameters: object): Place {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const kindOf = (name: string) =>
    at(facts.parameters, place.parent, `${place.name}.${name}`) ?? find(facts.parameters, name);
  const written = given.map(([name, value]) =>
    isAlias(value) ? `${name}=@${name}` : `${name}=${literal(value, kindOf(name))}`,
  );
  const aliases = given
    .filter(([, value]) => isAlias(value))
    .map(([name, value]) => `@${name}=${encode(JSON.stringify(value))}`);
  return { ...place, path: `${place.path}(${written.join()})`, aliases: [...place.aliases, ...aliases], called: true };
}

/** Looks up a name after a place: as it is there, else as it is everywhere. */
function at<V>(table: Readonly<Record<string, V>> | undefined, before: Place | undefined, name: string): V | undefined {
  return find(table, `${before?.type}/${name}`) ?? find(table, name);
}

/** Looks up own properties only: a name of the schema may be `constructor`. */
function find<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A query at run time. The compiler has checked its names against `ListQuery` or `ItemQuery`. */
interface AnyQuery {
  readonly select?: readonly string[] | undefined;
  readonly expand?: Readonly<Record<string, true | AnyQuery | undefined>> | undefined;
  readonly as?: string | undefined;
  readonly filter?: string | undefined;
  readonly orderby?: string | readonly string[] | undefined;
  readonly top?: number | undefined;
  readonly skip?: number | undefined;
  readonly search?: string | undefined;
  readonly count?: boolean | undefined;
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** The query part of a URL with its leading `?`, or empty. `further` options, already encoded, come first. */
function queryString(query: AnyQuery, further: readonly string[]): string {
  const custom = Object.entries(query.custom ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeOption(String(value))}`,
  );
  const parts = [...further, ...systemOptions(query).map(encodeOption), ...custom];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Encodes a query option, except `/`: it needs no encoding in a query, and separates the names of a property path. */
function encodeOption(text: string): string {
  return encode(text).replaceAll("%2F", "/");
}

const SYSTEM_OPTIONS = ["select", "expand", "filter", "orderby", "top", "skip", "search", "count"] as const;

/**
 * System query options as `$name=value`, not encoded, in a fixed order (OData URL Conventions 4.01 §5.1). Lists are
 * joined by commas.
 */
function systemOptions(query: AnyQuery): string[] {
  return SYSTEM_OPTIONS.flatMap((name) => {
    const value = String((name === "expand" ? expandItems(query.expand) : query[name]) ?? "");
    return value === "" ? [] : [`$${name}=${value}`];
  });
}

function expandItems(expand: AnyQuery["expand"] = {}): string[] {
  return Object.entries(expand).flatMap(([name, item]) => {
    if (item === undefined) return [];
    return item === true ? name : expandItem(name, item);
  });
}

function expandItem(name: string, item: AnyQuery): string {
  const options = systemOptions(item).join(";");
  return (item.as === undefined ? name : `${name}/${item.as}`) + (options && `(${options})`);
}

/**
 * Describes an entity type of the service. The generated client has one descriptor for each type; a member is absent
 * where the type has nothing of the kind.
 */
export interface Entity {
  /** As it is read. */
  read?: unknown;
  /** The body that creates one. */
  create?: unknown;
  /** The body that updates one. */
  update?: unknown;
  /** The value or object that `byId` takes; a string by default. */
  key?: unknown;
  /** Navigation properties, which are segments of paths as well as names in `expand`: `One` and `Many`. */
  navigation?: object;
  /** Navigation properties that `expand` takes, while no selected path leads over them. */
  expansion?: object;
  /** Further segments after an entity: the operations bound to it. */
  segments?: object;
  /** Segments after a collection: the operations bound to it. */
  collectionSegments?: object;
  /** Descriptors of derived types by qualified name, as `expand` takes them. */
  derived?: object;
  /** Those that the path of an entity can be cast to, if not all. */
  itemCasts?: object;
  /** Those that the path of a collection can be cast to, if not the same. */
  collectionCasts?: object;
  /** The builder of an entity, if it is not `Item` of this descriptor. */
  item?: object;
  /** The builder of a collection, if it is not `Collection` of this descriptor. */
  collection?: object;
}

/** A member of a descriptor, or the default where it is absent. */
type Of<D, Member extends PropertyKey, Default = unknown> = Member extends keyof D ? D[Member] : Default;

/** Derived types by qualified name. */
type Casts<D> = Of<D, "derived", Nothing>;

/** Navigation properties that `expand` takes. */
type Expandable<D> = "expansion" extends keyof D
  ? Of<D, "navigation"> & D["expansion"]
  : Of<D, "navigation", Nothing>;

/** What a place of the service does not support (vocabulary Org.OData.Capabilities.V1). */
export interface Restrictions {
  /** Methods that the place does not have. */
  noMethods?: string;
  /** Query options that `get` does not take. */
  noOptions?: string;
  /** Navigation properties that `get` does not expand. */
  noExpand?: string;
  /** The body of `post`, where not all derived types are allowed. */
  body?: unknown;
  /** Restrictions of the items by key. */
  item?: Restrictions;
  /** Navigation properties of an entity whose restrictions differ at this place. */
  below?: object;
}

type Nothing = Record<never, never>;

/** A navigation property of a descriptor. */
interface Navigation {
  readonly many: boolean;
  readonly entity: Entity;
}

/**
 * A name in `select`: a property, but no annotation and no navigation property. Where every further name is possible
 * too, the listed ones are completed.
 */
export type Key<T, X = unknown> = string extends keyof T
  ? Selectable<Listed<T>, X> | Unlisted
  : Selectable<keyof T & string, X>;

type Selectable<Names extends string, X> = Exclude<Names, keyof X | `${string}@${string}`>;

// `keyof` of a type with an index signature for all strings is `string`; this removes the signature first.
type Listed<T> = keyof { [P in keyof T as string extends P ? never : number extends P ? never : P]: P } & string;

// Every string. Within a union, the type `string` would absorb the listed names.
type Unlisted = string & { readonly listed?: never };

/** The value of `expand`: for each navigation property `true`, or a query on the related entities. */
export type Expand<X> = {
  readonly [P in keyof X]?: true | (X[P] extends Navigation ? ExpandQuery<X[P]> : never) | undefined;
};

type ExpandQuery<N extends Navigation> = ExpandOptions<N, N["entity"]> | ExpandCast<N, Casts<N["entity"]>>;

type ExpandCast<N extends Navigation, C> = {
  [A in keyof C & string]: C[A] extends Entity ? ExpandOptions<N, C[A]> & { readonly as: A } : never;
}[keyof C & string];

type ExpandOptions<N extends Navigation, D extends Entity> = ExpandOne<D> &
  (N["many"] extends true ? ListOptions : unknown);

interface ExpandOne<D extends Entity> {
  readonly select?: readonly Key<Of<D, "read">, Expandable<D>>[] | undefined;
  readonly expand?: Expand<Expandable<D>> | undefined;
}

interface ListOptions {
  /** `$filter`: an expression such as `startswith(displayName,'A')`. Not encoded: the client does that. */
  readonly filter?: string | undefined;
  /** `$orderby`: an expression such as `displayName desc`, or several. */
  readonly orderby?: string | readonly string[] | undefined;
  /** `$top`: the maximum number of items that the service returns. */
  readonly top?: number | undefined;
  /** `$skip`: the number of items to leave out at the start. */
  readonly skip?: number | undefined;
  /** `$search`: a search expression. */
  readonly search?: string | undefined;
  /** `$count`: whether the page has the total number of items. */
  readonly count?: boolean | undefined;
}

/** Query options for reading an entity. S and E are inferred, and give the type of the result; see {@link Narrow}. */
export interface ItemQuery<
  T,
  X,
  S extends readonly Key<T, X>[] = readonly Key<T, X>[],
  E extends Expand<X> = Expand<X>,
> extends RequestOptions {
  /** `$select`: the properties in the result; all others are absent. */
  readonly select?: S | readonly Key<T, X>[] | undefined;
  /** `$expand`: related entities in the result. */
  readonly expand?: (E & Expand<X> & OnlyKnown<E, X>) | undefined;
  /** Custom query options of the service; the values are encoded by the client. */
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Query options for reading a collection. */
export interface ListQuery<T, X, S extends readonly Key<T, X>[] = readonly Key<T, X>[], E extends Expand<X> = Expand<X>>
  extends ItemQuery<T, X, S, E>, ListOptions {
  /** The maximum number of items that an iteration yields. Not part of the request. */
  readonly take?: number | undefined;
}

/** Query options of `$count`. */
export interface CountQuery extends RequestOptions {
  readonly filter?: string | undefined;
  readonly search?: string | undefined;
}

/** Appears in a compiler error when `expand` or one of its queries has a name that does not exist. */
export interface NoSuchName<Name> {
  readonly noSuchName: Name;
}

// The compiler does not check inferred type arguments for excess properties; this type does. The marker is an interface
// because messages show its name, while an intersection of literals would be reduced to `never`.
type OnlyKnown<E, X> = {
  [P in keyof E]: P extends keyof X
    ? X[P] extends Navigation
      ? OnlyKnownOptions<E[P], X[P]>
      : unknown
    : NoSuchName<P>;
};

type OnlyKnownOptions<O, N extends Navigation> = O extends object
  ? {
      [P in keyof O]: P extends "as" | keyof ExpandOptions<N, N["entity"]>
        ? P extends "expand"
          ? OnlyKnown<O[P], Expandable<CastOf<N["entity"], O>>>
          : unknown
        : NoSuchName<P>;
    }
  : unknown;

type CastOf<D extends Entity, O> = O extends { readonly as: infer A extends keyof Casts<D> }
  ? Casts<D>[A] extends infer C extends Entity
    ? C
    : D
  : D;

/**
 * The entity T as a query returns it: with `select` S only the named properties, all present; with `expand` E also the
 * related entities. When the names in `select` are not known to the compiler, every property is optional.
 */
export type Narrow<T, X, S extends readonly unknown[], E> = S extends readonly []
  ? keyof E extends never
    ? T
    : Merged<Without<T, keyof E>, Expanded<T, X, E>>
  : number extends S["length"]
    ? Merged<Without<Partial<T>, keyof E>, Expanded<T, X, E>>
    : S[number] & keyof T extends infer K extends keyof T
      ? keyof E extends never
        ? { [P in K]-?: T[P] }
        : Merged<{ [P in K]-?: T[P] }, Expanded<T, X, E>>
      : never;

// The constraint of K has to be `keyof T` itself: with anything narrower, `-?` leaves `undefined` in the type. The
// mapped type is written inline because editors would show an alias by its name.
type Without<T, K extends PropertyKey> = { [P in keyof T as P extends K ? never : P]: T[P] };

type Expanded<T, X, E> = {
  -readonly [P in keyof E as P & keyof X]: P extends keyof X
    ? X[P] extends Navigation
      ? ExpandedValue<X[P], E[P], P extends keyof T ? Extract<T[P], null> : null>
      : never
    : never;
};

type ExpandedValue<N extends Navigation, O, Null> = N["many"] extends true
  ? ExpandedItem<N, O>[]
  : ExpandedItem<N, O> | ExpandedNull<O, Null>;

// When there is no related entity, services omit the property or write null. With a cast, also when it has another
// type.
type ExpandedNull<O, Null> = O extends { readonly as: string }
  ? null | undefined
  : [Null] extends [never]
    ? never
    : null | undefined;

type ExpandedItem<N extends Navigation, O> = O extends true
  ? Of<N["entity"], "read">
  : O extends undefined
    ? never
    : NarrowEntity<CastOf<N["entity"], O>, O>;

type NarrowEntity<D extends Entity, O> = Narrow<Of<D, "read">, Expandable<D>, SelectOf<O>, ExpandOf<O>>;

type SelectOf<O> = O extends { readonly select: infer S extends readonly unknown[] } ? S : readonly [];

type ExpandOf<O> = O extends { readonly expand: infer E extends object } ? E : Nothing;

// A mapped type instead of `A & B`: editors then show the properties rather than the intersection.
type Merged<A, B> = A & B extends infer R ? { [P in keyof R]: R[P] } : never;

/** Reads an entity that D describes (GET). */
export type Get<D extends Entity> = GetOf<Of<D, "read">, Expandable<D>>;

interface GetOf<T, X> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ItemQuery<T, X, S, E>,
  ): Promise<Narrow<T, X, S, E>>;
}

/** Reads a collection of entities (GET): `await` resolves to the first page, `for await` iterates all items. */
export type List<D extends Entity> = ListOf<Of<D, "read">, Expandable<D>>;

interface ListOf<T, X> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ListQuery<T, X, S, E>,
  ): ListRequest<Narrow<T, X, S, E>>;
}

/** {@link Get} where the service does not support the query options N, nor expanding P. */
type RestrictedGet<D extends Entity, N extends string, P extends string> = RestrictedGetOf<
  Of<D, "read">,
  Expandable<D>,
  Unsupported<N, P>
>;

interface RestrictedGetOf<T, X, Restricted> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ItemQuery<T, X, S, E> & Restricted,
  ): Promise<Narrow<T, X, S, E>>;
}

/** {@link List} where the service does not support the query options N, nor expanding P. */
type RestrictedList<D extends Entity, N extends string, P extends string> = RestrictedListOf<
  Of<D, "read">,
  Expandable<D>,
  Unsupported<N, P>
>;

interface RestrictedListOf<T, X, Restricted> {
  <const S extends readonly Key<T, X>[] = readonly [], const E extends Expand<X> = Nothing>(
    query?: ListQuery<T, X, S, E> & Restricted,
  ): ListRequest<Narrow<T, X, S, E>>;
}

type Unsupported<N extends string, P extends string> = { readonly [O in N]?: undefined } & {
  readonly expand?: { readonly [O in P]?: undefined } | undefined;
};

/** Creates an entity or calls an action (POST) with the body B; resolves to the response R. */
export type Post<B, R> = (body: B, options?: RequestOptions) => Promise<R>;

/** Updates an entity (PATCH) with the body B. Resolves to the entity, or undefined when the response has no content. */
export type Patch<B, T> = (body: B, options?: RequestOptions) => Promise<T | undefined>;

/** Replaces an entity (PUT) by the body B. Resolves to the entity, or undefined when the response has no content. */
export type Put<B, T> = (body: B, options?: RequestOptions) => Promise<T | undefined>;

/** Deletes an entity (DELETE). */
export type Delete = (options?: RequestOptions) => Promise<void>;

/** An action with the parameters P and the result R. */
export interface Action<P, R> {
  post(parameters: P, options?: RequestOptions): Promise<R>;
}

/** An action without parameters; R is its result. */
export interface Action0<R> {
  post(parameters?: undefined, options?: RequestOptions): Promise<R>;
}

/** A function call with its parameters; `get` sends it. R is its result. */
export interface FunctionRequest<R> {
  get(options?: RequestOptions): Promise<R>;
}

/** A call of a function that returns a collection of entities that D describes; `get` sends it. */
export interface CollectionFunctionRequest<D extends Entity> {
  get: List<D>;
}

/** Options of a request that the generated client has no method for. */
export interface RequestInit extends RequestOptions {
  /** Strings and bytes are sent unchanged, everything else as JSON. */
  body?: unknown;
  /** Whether to return the response itself instead of its parsed JSON, for instance for binary content. */
  raw?: boolean | undefined;
}

/**
 * Sends a request to a path relative to the service root, or to a link of the service. Resolves to the parsed JSON, or
 * to the response with `raw`. Throws an ODataError when the address is outside the service or the status is not 2xx.
 */
export interface SendRequest {
  (method: string, path: string, init: RequestInit & { raw: true }): Promise<HttpResponse>;
  (method: string, path: string, init?: RequestInit): Promise<unknown>;
}

/** A single-valued navigation property to an entity that D describes, with the restrictions R of this place. */
export interface One<D extends Entity, R extends Restrictions = Restrictions> {
  readonly many: false;
  readonly entity: D;
  readonly place: ItemAt<D, R>;
}

/** A collection-valued navigation property; see {@link One}. */
export interface Many<D extends Entity, R extends Restrictions = Restrictions> {
  readonly many: true;
  readonly entity: D;
  readonly place: CollectionAt<D, R>;
}

/** The requests to an entity that D describes, and the paths below it. */
export type Item<D extends Entity> = ItemPaths<D> & ItemRequests<D>;

/** The requests to a collection of entities that D describes, and the paths below it. */
export type Collection<D extends Entity> = CollectionPaths<D> & CollectionRequests<D>;

/** Methods of an entity that D describes. */
export interface ItemRequests<D extends Entity> {
  get: Get<D>;
  patch: Patch<Of<D, "update">, Of<D, "read">>;
  put: Put<Of<D, "update">, Of<D, "read">>;
  delete: Delete;
}

/** Methods of a collection of entities that D describes. */
export interface CollectionRequests<D extends Entity> {
  get: List<D>;
  post: Post<Of<D, "create">, Of<D, "read">>;
  /** The item with this key. No request is sent. */
  byId(key: Of<D, "key", string>): ItemOf<D>;
  /** Reads the number of items. */
  $count(query?: CountQuery): Promise<number>;
}

/** The paths below an entity. */
export type ItemPaths<D extends Entity> = Paths<Of<D, "navigation">> & Of<D, "segments"> & ItemCasting<ItemCasts<D>>;

/** The paths below a collection. */
export type CollectionPaths<D extends Entity> = Of<D, "collectionSegments", Nothing> &
  CollectionCasting<CollectionCasts<D>>;

/** {@link Item}, or the builder that the descriptor names. */
export type ItemOf<D> = "item" extends keyof D ? D["item"] : D extends Entity ? Item<D> : never;

/** {@link Collection}, or the builder that the descriptor names. */
export type CollectionOf<D> = "collection" extends keyof D ? D["collection"] : D extends Entity ? Collection<D> : never;

/** {@link Item} at a place with restrictions. */
export type ItemAt<D extends Entity, R extends Restrictions> = Restrictions extends R
  ? ItemOf<D>
  : Omit<ItemOf<D>, Replaced<R>> &
      (IsRestricted<R> extends true
        ? { get: RestrictedGet<D, NamesIn<R, "noOptions">, NamesIn<R, "noExpand">> }
        : unknown) &
      Paths<Of<R, "below">>;

/** {@link Collection} at a place with restrictions. */
export type CollectionAt<D extends Entity, R extends Restrictions> = Restrictions extends R
  ? CollectionOf<D>
  : Omit<CollectionOf<D>, Replaced<R>> &
      (IsRestricted<R> extends true
        ? { get: RestrictedList<D, NamesIn<R, "noOptions">, NamesIn<R, "noExpand">> }
        : unknown) &
      ("body" extends keyof R ? { post: Post<R["body"], Of<D, "read">> } : unknown) &
      (R extends { item: infer I extends Restrictions }
        ? { byId: (key: Of<D, "key", string>) => ItemAt<D, I> }
        : unknown);

type NamesIn<R, Member extends keyof Restrictions> = Of<R, Member, never> & string;

type IsRestricted<R> = "noOptions" extends keyof R ? true : "noExpand" extends keyof R ? true : false;

type Replaced<R> =
  | NamesIn<R, "noMethods">
  | (IsRestricted<R> extends true ? "get" : never)
  | ("body" extends keyof R ? "post" : never)
  | ("item" extends keyof R ? "byId" : never)
  | keyof Of<R, "below", Nothing>;

// The types of the members are found one by one, when they are used: an entity may lead back to itself.
type Paths<N> = { [P in keyof N]: N[P] extends { readonly place: infer Place } ? Place : never };

type ItemCasts<D> = Of<D, "itemCasts", Of<D, "derived", never>>;

type CollectionCasts<D> = Of<D, "collectionCasts", ItemCasts<D>>;

type ItemCasting<C> = [C] extends [never]
  ? unknown
  : {
      /** Goes on as a derived type. */
      as: <Name extends keyof C>(type: Name) => ItemOf<C[Name]>;
    };

type CollectionCasting<C> = [C] extends [never]
  ? unknown
  : {
      /** Goes on as a derived type. */
      as: <Name extends keyof C>(type: Name) => CollectionOf<C[Name]>;
    };

/**
 * Creates a client of a service. No request is sent yet. Every property of the client is a segment of the path,
 * whatever its name; the type `Root`, an interface of the generated client, lists the segments and methods that the
 * service has. Throws a TypeError when neither `options` nor `facts` has a service root that starts with `http:` or
 * `https:`.
 */
export function connect<Root>(options: ClientOptions, facts: Facts): Root {
  // Proxies have no type of their own; the generated interface describes them.
  return node(connectionOf(options, facts), root) as Root;
}

/**
 * Reading a property appends a segment to the path. Calling it runs the method of that name on the path before it, so a
 * segment may also be named `get` or `delete`. The target is an arrow function: it can be called, and it has no
 * non-configurable property that would hide a segment.
 */
function node(connection: Connection, place: Place): unknown {
  return new Proxy(() => undefined, {
    // `await`, `JSON.stringify` and string conversion look for these names; a node must not look like a promise.
    get: (_, name) => {
      if (typeof name === "symbol" || name === "then" || name === "toJSON") return undefined;
      return node(connection, segment(connection, place, name));
    },
    apply: (_, __, args: readonly unknown[]) => call(connection, place, args),
  });
}

function call(connection: Connection, place: Place, args: readonly unknown[]): unknown {
  const on = place.parent ?? root;
  // The compiler has checked the arguments against the generated interfaces.
  const [first, second] = args as readonly [never?, never?];
  switch (place.name) {
    case "get":
      return read(connection, on, first);
    case "post":
    case "patch":
    case "put":
      return write(connection, on, place.name, first, second);
    case "delete":
      return send(connection, "DELETE", urlOf(connection, on), first).then(() => undefined);
    case "byId":
      return node(connection, byKey(connection, on, first));
    case "as":
      return node(connection, castTo(connection, on, String(first)));
    case "$count":
      return count(connection, on, first);
    case "request":
      if (on === root) return request(connection, String(first), String(second), args[2] as RequestInit | undefined);
  }
  return node(connection, withParameters(connection, place, first ?? {}));
}

function urlOf(connection: Connection, place: Place, query: AnyQuery = {}): string {
  return addressOf(connection, place.path + queryString(query, place.aliases));
}

type ReadQuery = RequestOptions & AnyQuery & { take?: number };

// Reads entities as well as collections. The type of an entity's request can only be awaited; iterating one throws.
function read(connection: Connection, place: Place, query: ReadQuery = {}): LazyListRequest<unknown> {
  const first = urlOf(connection, place, query);
  const load = async (link?: string): Promise<Page<unknown>> => {
    const response = await send(connection, "GET", link === undefined ? first : linkOf(link, first), query);
    // Not checked here: the iterator checks that `value` is an array.
    return unwrapped(await json(response), place.called) as Page<unknown>;
  };
  return new LazyListRequest(load, query.take);
}

async function write(
  connection: Connection,
  place: Place,
  verb: string,
  body: unknown,
  options?: RequestOptions,
): Promise<unknown> {
  const answer = await json(await send(connection, verb.toUpperCase(), urlOf(connection, place), options, body));
  return verb === "post" ? unwrapped(answer, true) : answer;
}

async function count(connection: Connection, place: Place, query: RequestOptions & AnyQuery = {}): Promise<number> {
  const url = addressOf(connection, `${place.path}/$count${queryString(query, place.aliases)}`);
  // The response is the number as plain text (OData Protocol 4.01 §11.2.10).
  const response = await send(connection, "GET", url, {
    ...query,
    headers: { accept: "text/plain", ...query.headers },
  });
  return Number(await response.text());
}

async function request(connection: Connection, method: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await send(connection, method, addressOf(connection, path), init, init.body);
  return init.raw === true ? response : json(response);
}
