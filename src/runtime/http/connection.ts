import { contentOf, JSON_TYPE, type Encoded } from "./content.js";
import { failure } from "./error.js";
import type { LiteralKind } from "./literal.js";
import { globalFetch, pageAddress, parsedUrl, type Fetch, type Signal } from "./platform.js";

/**
 * A source of access tokens; every credential of `@azure/identity` is one. `getToken` resolves to null when it has no
 * token.
 */
export interface TokenCredential {
  getToken(scopes: string[], options?: { abortSignal?: Signal }): Promise<{ readonly token: string } | null>;
}

/** Options of a generated client. */
export interface ClientOptions {
  /**
   * The service root, such as `https://host/service`; in a browser also a path such as `/api/service`. Required unless
   * the configuration of the generator sets one.
   */
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
  /**
   * Whether Edm.Int64 and Edm.Decimal are sent and requested as strings, which keep every digit (`IEEE754Compatible`,
   * OData JSON Format 4.01 §3.2). Default: true where the service has such properties; false for Microsoft Graph.
   */
  exactNumbers?: boolean | undefined;
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
  /**
   * Segments of single resources whose name ends with `s`, and of collections whose name does not: a request for a
   * collection is sent when it is first awaited or iterated.
   */
  readonly irregular?: readonly string[];
  /** Segments without key that lead to media entities, whose stream is their `$value`. */
  readonly media?: readonly string[];
  /** Properties and parameters of the types Edm.Int64 and Edm.Decimal, where the client sends them as strings. */
  readonly exactNumbers?: readonly string[];
  /** Whether `$search` and `$count` need the header `ConsistencyLevel: eventual`, as in Microsoft Graph. */
  readonly eventual?: boolean;
}

/** The resolved options of a client. */
export interface Connection {
  /** The service root without trailing slashes. */
  readonly base: string;
  readonly facts: Facts;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a request to a path, and the headers that go with it. */
  readonly encode: (body: unknown, path: string) => Encoded;
  readonly token: (signal: Signal | undefined) => Promise<string | undefined>;
}

/**
 * Resolves the options; how bodies and literals are written is a matter of the protocol. Throws a TypeError when
 * `baseUrl` is no HTTP URL, or has a user, query or fragment.
 */
export function connectionOf(
  options: ClientOptions,
  facts: Omit<Facts, "keys" | "parameters">,
  encode: Connection["encode"],
): Connection {
  const base = baseOf(options.baseUrl ?? facts.baseUrl ?? "");
  return {
    base,
    facts,
    fetch: options.fetch ?? globalFetch,
    headers: options.headers ?? {},
    encode,
    token: (signal) => tokenOf(options, facts, base, signal),
  };
}

/** Has Edm.Int64 and Edm.Decimal as strings (OData JSON Format 4.01 §3.2). */
const EXACT_TYPE = "application/json;IEEE754Compatible=true";

/** Encodes bodies of OData 4.0, with the numbers as strings that the client sends exactly. */
export function encoderOf({ exactNumbers }: ClientOptions, facts: Facts): Connection["encode"] {
  const exact = (exactNumbers ?? facts.exactNumbers) ? (facts.exactNumbers ?? []) : undefined;
  return (body, path) => {
    let type: string | undefined;
    const content = contentOf(body, (name, value) => {
      type ??= JSON_TYPE;
      if (!exact?.includes(name)) return value;
      type = EXACT_TYPE;
      return Array.isArray(value) ? value.map(exactOf) : exactOf(value);
    });
    return {
      content,
      headers: {
        accept: exact ? EXACT_TYPE : JSON_TYPE,
        "content-type": type,
        // Microsoft Graph counts and searches directory objects only with this header.
        consistencylevel: facts.eventual && /\$(count|search)/.test(path) ? "eventual" : undefined,
      },
    };
  };
}

function exactOf(value: unknown): unknown {
  return Object(value) === value || value == null ? value : String(value);
}

function baseOf(address: string): string {
  // The address is not part of the message: it may have a password.
  if (!/^(?=.)(https?:\/\/[^/?#@]+)?(\/[^?#]*)?$/i.test(address)) {
    throw new TypeError('baseUrl must be a service root such as "https://host/service".');
  }
  return parsedUrl(address, pageAddress()).href.replace(/\/+$/, "");
}

async function tokenOf(
  { credential, scopes }: ClientOptions,
  facts: Facts,
  base: string,
  signal: Signal | undefined,
): Promise<string | undefined> {
  if (typeof credential !== "object") return credential?.();
  const wanted = scopes ?? facts.scopes ?? `${parsedUrl(base).origin}/.default`;
  const answer = await credential.getToken([wanted].flat(), signal && { abortSignal: signal });
  if (answer === null) throw failure("noToken", "The credential gives no token.");
  return answer.token;
}

/**
 * The absolute URL of a path below the service root, or of a link. Throws `outsideService` for `..` and other hosts.
 */
export function addressOf({ base }: Connection, path: string): string {
  const url = /^https?:/i.test(path) ? path : `${base}/${path.replace(/^\/+/, "")}`;
  // A fragment is not sent, so a `#` belongs to a name. URLs drop control characters, which would bare a `..`.
  const address = url.replace(/[^!-\u{10ffff}]|[#\s]/gu, encodeURIComponent);
  if (!address.startsWith(base) || !BELOW.test(address.slice(base.length))) {
    throw failure("outsideService", `"${path.replace(/\?.*/, "")}" is outside ${base}.`);
  }
  return address;
}

/** What follows the service root: without `.` and `..`, also encoded, which URLs resolve, and without backslashes. */
const BELOW = /^($|\?|\/(?!([^?]*\/)?(\.|%2e){1,2}($|[/?]))[^?\\]*($|\?))/i;

/**
 * The absolute URL of a link in a response. A relative link is resolved against the context URL of the response if it
 * has one (OData JSON Format 4.01 §4.3), else against the URL of the request.
 */
export function linkOf(link: string, from: string, context: string): string {
  const { href, host } = parsedUrl(link, parsedUrl(context || from, from).href);
  // Services behind a proxy may not know that they are addressed by https.
  return from.startsWith(`https://${host}/`) ? href.replace(/^http:/, "https:") : href;
}

/** Throws `foreignLink` for an absolute link that leaves the origin of the service: the token would leak. */
export function ownLink({ base }: Connection, link: string): string {
  if (!link.startsWith(`${parsedUrl(base).origin}/`)) throw failure("foreignLink", `The link leads out of ${base}.`);
  return link;
}
