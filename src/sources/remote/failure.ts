import { reasonOf } from "../../diagnostics/reason-of.js";
import type { RemoteFailure } from "./remote-input.js";
import { withoutSecrets } from "./secrets.js";

/** Errors of Node and OpenSSL whose names do not say enough. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOTFOUND: "the host is not known",
  EAI_AGAIN: "the name of the host cannot be looked up",
  ECONNREFUSED: "the host refuses the connection",
  ECONNRESET: "the host closed the connection",
  UND_ERR_SOCKET: "the host closed the connection",
  UND_ERR_CONNECT_TIMEOUT: "the host does not answer",
  ERR_SSL_WRONG_VERSION_NUMBER: "the host does not speak TLS at this port, as URLs with https: need",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "the host does not speak TLS at this port, as URLs with https: need",
  CERT_HAS_EXPIRED: "the certificate of the host has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is that of another host",
};

/** Certificates that a certificate authority in `ca` would make good. */
const UNTRUSTED =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?)|CERT_UNTRUSTED)$/;

/** What a host sends that wants a client certificate, or another one. */
const WANTS_CERTIFICATE = /ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)$/;

const WANTED_CERTIFICATE = 'the host wants a client certificate that it trusts: "cert" and "key" in the config file';

export interface FailedRequest {
  /** What messages must not repeat. */
  readonly hidden: readonly string[];
  readonly isProxied: boolean;
}

/** Why a request failed before there was a response. `fetch` hides the reason as the cause of an error "fetch failed". */
export function failureOf(failure: unknown, { hidden, isProxied }: FailedRequest): RemoteFailure {
  const cause = failure instanceof Error ? (failure.cause ?? failure) : failure;
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (UNTRUSTED.test(code)) return { state: "untrusted", reason: code };
  if (WANTS_CERTIFICATE.test(code)) return { state: "unreadable", reason: `${WANTED_CERTIFICATE}, ${code}` };
  const reason = withoutSecrets(wordsOf(code, cause), hidden);
  return { state: "unreadable", reason: isProxied ? `${reason}, with the proxies of the environment` : reason };
}

function wordsOf(code: string, cause: unknown): string {
  const meaning = MEANINGS[code];
  if (meaning !== undefined) return `${meaning}, ${code}`;
  // undici's own codes are too general to stand alone.
  return code === "" || code.startsWith("UND_ERR") ? reasonOf(cause) : code;
}
