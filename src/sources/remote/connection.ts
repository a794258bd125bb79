import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createSecureContext, rootCertificates } from "node:tls";
import { reasonOf } from "../../diagnostics/reason-of.js";
import type { Environment, RemoteFailure, RemoteRequest } from "./remote-input.js";

/** Certificates of a request, in PEM. */
export interface Certificates {
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: readonly string[];
  readonly passphrase?: string;
}

/** Sends requests over one connection, which `close` ends. */
export interface Connection {
  readonly send: (url: URL, options: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const direct: Connection = { send: (url, options) => fetch(url, options), close: () => Promise.resolve() };

/**
 * Opens a connection, through the proxy that the environment names for the URL. `fetch` of Node takes neither proxies
 * (before Node 24) nor certificates, so undici sends a request that needs them; it is imported only then.
 */
export async function connectionFor(env: Environment, certificates: Certificates): Promise<Connection> {
  const proxies = proxiesOf(env);
  const hasCertificates = Object.keys(certificates).length > 0;
  if (proxies === undefined && !hasCertificates) return direct;
  const { Agent, EnvHttpProxyAgent, fetch } = await import("undici");
  const tls = certificates as Certificates & { readonly ca?: string[] }; // undici's types do not know readonly lists
  const dispatcher =
    proxies === undefined
      ? new Agent({ connect: tls })
      : new EnvHttpProxyAgent({ ...proxies, requestTls: tls, connect: tls, proxyTunnel: false });
  return {
    // The types of undici's fetch and of Node's are of different versions of one code.
    send: (url, options) => fetch(url, { ...(options as object), dispatcher }) as unknown as Promise<Response>,
    close: () => dispatcher.destroy(),
  };
}

/** The proxies of the environment; undefined if there are none. As in curl, the names in lower case count first. */
export function proxiesOf(env: Environment) {
  const of = (name: string) => env[name.toLowerCase()] ?? env[name] ?? "";
  const [httpProxy, httpsProxy, noProxy] = [of("HTTP_PROXY"), of("HTTPS_PROXY"), of("NO_PROXY")];
  return httpProxy === "" && httpsProxy === "" ? undefined : { httpProxy, httpsProxy, noProxy };
}

/** Reads the certificate files of a request. Certificates to trust are added to those that Node trusts. */
export async function certificatesOf(
  { cert, key, ca, base = "" }: RemoteRequest,
  passphrase: string | undefined,
): Promise<Certificates | RemoteFailure> {
  const texts: Record<string, string> = {};
  for (const [name, file] of Object.entries({ cert, key, ca })) {
    if (file === undefined) continue;
    try {
      texts[name] = await readFile(resolve(base, file), "utf8");
    } catch (failure) {
      return { state: "certificate", file, reason: reasonOf(failure) };
    }
  }
  const { ca: trusted, ...own } = texts;
  const certificates = {
    ...own,
    ...(trusted !== undefined && { ca: [...rootCertificates, trusted] }),
    ...(passphrase !== undefined && { passphrase }),
  };
  if (Object.keys(certificates).length === 0) return {};
  try {
    createSecureContext(certificates);
    return certificates;
  } catch (failure) {
    return { state: "certificate", file: key ?? cert ?? ca ?? "", reason: reasonOf(failure) };
  }
}
