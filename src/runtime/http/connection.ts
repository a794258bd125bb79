import { failure } from "./error.js";
import type { LiteralKind } from "./literal.js";
import { globalFetch, parsedUrl, type Fetch, type Signal } from "./platform.js";

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
export interface Connection {
  /** The service root without trailing slashes. */
  readonly base: string;
  readonly facts: Facts;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: (signal: Signal | undefined) => Promise<string | undefined>;
}

/** Resolves the options. Throws a TypeError when `baseUrl` is not an absolute HTTP URL, or has a query or fragment. */
export function connectionOf(options: ClientOptions, facts: Facts): Connection {
  const base = baseOf(options.baseUrl ?? facts.baseUrl ?? "");
  return {
    base,
    facts,
    fetch: options.fetch ?? globalFetch,
    headers: options.headers ?? {},
    token: (signal) => tokenOf(options, facts, base, signal),
  };
}

function baseOf(address: string): string {
  if (!/^https?:\/\/[^?#]+$/i.test(address)) {
    throw new TypeError(`baseUrl must be a service root such as "https://host/service", not "${address}".`);
  }
  return parsedUrl(address).href.replace(/\/+$/, "");
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
  // The prefix `./` keeps a colon in the path from being parsed as a scheme, and leading slashes as a host.
  const { href } = parsedUrl(/^https?:/i.test(path) ? path : `./${path.replace(/^[/\\]+/, "")}`, `${base}/`);
  if (!href.startsWith(base) || !["/", "?", ""].includes(href.charAt(base.length))) {
    throw failure("outsideService", `The path "${path}" leads out of the service at ${base}.`);
  }
  return href;
}

/**
 * The absolute URL of a next page. Throws `foreignLink` when its origin differs from the first page's: the token would
 * leak.
 */
export function linkOf(link: string, from: string): string {
  const { href, origin } = parsedUrl(link, from);
  if (origin !== parsedUrl(from).origin) {
    throw failure("foreignLink", `The next page is on another host, ${origin}.`);
  }
  return href;
}
