import { failure } from "./error.js";
import type { LiteralKind } from "./literal.js";
import { platform, type Fetch, type Signal } from "./platform.js";

/** A source of access tokens, such as the credentials of @azure/identity. */
export interface TokenCredential {
  getToken(scopes: string[], options?: { abortSignal?: Signal }): Promise<{ readonly token: string } | null>;
}

export interface ClientOptions {
  /** The service root; required where the generated code has none of its own. */
  baseUrl?: string | undefined;
  /** Gives the access token of each request. */
  credential?: TokenCredential | (() => string | Promise<string>) | undefined;
  /** What the token is asked for. The default is what the generated code knows, else `/.default` of the service's host. */
  scopes?: string | readonly string[] | undefined;
  /** Used in place of the platform's `fetch`, for instance to retry, log or test. */
  fetch?: Fetch | undefined;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** What the wire needs to know and the types cannot carry. Names are those that the code uses. */
export interface Facts {
  readonly baseUrl?: string;
  readonly scopes?: readonly string[];
  /** Names that are written differently on the wire, such as those of operations; after a final dot follows the name. */
  readonly segments?: Readonly<Record<string, string>>;
  /** How `byId` writes a key: `/users/7` or `/users(7)`. The default is parentheses (OData URL Conventions 4.01 §4.3.1). */
  readonly keyStyle?: "segment" | "parentheses";
  /** The kinds of function parameters that are no plain strings, numbers or booleans: `parameter`, or `function.parameter`. */
  readonly parameters?: Readonly<Record<string, LiteralKind>>;
  /**
   * The kinds of keys that are no plain strings, numbers or booleans: `collection`, or `collection.key` for a key of
   * several properties; with `parent/` in front where collections of one name have different keys.
   */
  readonly keys?: Readonly<Record<string, LiteralKind>>;
}

/** Where and how requests are sent. */
export interface Connection {
  /** The service root without a slash at its end. */
  readonly base: string;
  readonly facts: Facts;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: (signal: Signal | undefined) => Promise<string | undefined>;
}

export function connectionOf(options: ClientOptions, facts: Facts): Connection {
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

/** The address of a path, which has to lie under the service root: `..` and other hosts are refused. */
export function addressOf({ base }: Connection, path: string): string {
  // With `./`, neither a colon nor slashes at the start lead elsewhere.
  const { href } = new (platform().URL)(/^https?:/i.test(path) ? path : `./${path.replace(/^[/\\]+/, "")}`, `${base}/`);
  if (!href.startsWith(base) || !["/", "?", ""].includes(href.charAt(base.length))) {
    throw failure("outsideService", `The path "${path}" leads out of the service at ${base}.`);
  }
  return href;
}

/** The address of a further page. A service can put it anywhere on its own host, and nowhere else. */
export function linkOf(link: string, from: string): string {
  const { URL } = platform();
  const { href, origin } = new URL(link, from);
  if (origin !== new URL(from).origin) {
    throw failure("foreignLink", `The next page is on another host, ${origin}.`);
  }
  return href;
}
