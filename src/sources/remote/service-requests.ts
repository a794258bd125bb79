import { collectBytes, sizeLimit } from "../limited-bytes.js";
import { certificatesOf, connectionFor, proxiesOf } from "./connection.js";
import { failureOf } from "./failure.js";
import { isAllowed, type RemoteFailure, type RemoteRequest } from "./remote-input.js";
import { secretsOf, withoutSecrets } from "./secrets.js";

const TIMEOUT_MS = 30_000;

/** What a service answers to a request. */
export interface ServiceAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A request besides its URL. */
export interface ServiceRequest {
  readonly method: string;
  /** By names in lower case; those of the service stand before them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Requests to one service, over one connection. */
export interface ServiceRequests {
  /** Sends a request to a URL of the origin of the service. Redirects are not followed. */
  send(url: URL, request: ServiceRequest): Promise<ServiceAnswer | RemoteFailure>;
  /** A text for messages, without values of headers. */
  shown(text: string): string;
  close(): Promise<void>;
}

/** Opens a service by the URL of its root, with its headers and certificate. */
export async function openService(
  request: RemoteRequest,
  allowRemote: readonly string[],
): Promise<ServiceRequests | RemoteFailure> {
  const root = new URL(request.url);
  const { env = {} } = request;
  if (!isAllowed(root, allowRemote)) return { state: "refused", host: root.host };
  const secrets = secretsOf(request);
  if ("state" in secrets) return secrets;
  const certificates = await certificatesOf(request, secrets.passphrase);
  if ("state" in certificates) return certificates;
  const connection = await connectionFor(env, certificates);
  const isProxied = proxiesOf(env) !== undefined;
  return {
    async send(url, { headers: own, ...sent }) {
      if (url.origin !== root.origin) return { state: "refused", host: url.host };
      const headers = { "accept-language": "en", ...own, ...secrets.headers };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      try {
        return await answerOf(await connection.send(url, { ...sent, headers, redirect: "manual", signal }));
      } catch (failure) {
        return failureOf(failure, { hidden: secrets.hidden, isProxied });
      }
    },
    shown: (text) => withoutSecrets(text, secrets.hidden),
    close: () => connection.close(),
  };
}

async function answerOf({ status, headers, body }: Response): Promise<ServiceAnswer> {
  const bytes = body === null ? new Uint8Array() : await collectBytes(body, sizeLimit);
  const cookies = headers.getSetCookie();
  const named = new Map([...headers, ...(cookies.length > 0 ? [["set-cookie", cookies.join("\n")] as const] : [])]);
  return { status, headers: named, body: new TextDecoder().decode(bytes) };
}
