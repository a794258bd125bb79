import { reasonOf } from "../diagnostics/reason-of.js";
import { collectBytes, sizeLimit } from "./limited-bytes.js";

export type Fetched =
  | { readonly state: "bytes"; readonly bytes: Uint8Array }
  | { readonly state: "unreadable"; readonly reason: string }
  /** `url`: where the input redirects to, if its own host is allowed. */
  | { readonly state: "refused"; readonly host: string; readonly url?: string };

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 30_000;
/** Texts of the metadata are asked for in English: services fail at the `*` that \`fetch\` of Node sends by itself. */
const headers = { "accept-language": "en" };

/**
 * Fetches the bytes at a URL. Requests are sent to allowed hosts only, also for redirects. Hosts are compared as in the
 * URL, including an explicit port.
 */
export async function fetchBytes(input: string, allowRemote: readonly string[]): Promise<Fetched> {
  if (!URL.canParse(input)) return unreadable("it is not a valid URL");
  let url = new URL(input);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const refusal = refusalOf(url, allowRemote);
    if (refusal?.state === "refused" && hop > 0) return { ...refusal, url: withoutCredentials(url.href) };
    if (refusal !== undefined) return refusal;
    const answer = await get(url);
    if (!(answer instanceof URL)) return answer;
    if (url.protocol === "https:" && answer.protocol !== "https:") return unreadable("it redirects from https to http");
    url = answer;
  }
  return unreadable(`more than ${MAX_REDIRECTS} redirects`);
}

/** The URL without user name and password, for messages. */
export function withoutCredentials(input: string): string {
  return input.replace(/^(https?:\/\/)[^/?#]*@/i, "$1");
}

function refusalOf(url: URL, allowRemote: readonly string[]): Fetched | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return unreadable(`it redirects to a "${url.protocol}" URL`);
  if (url.username !== "" || url.password !== "")
    return unreadable("URLs with a user name or password are not supported");
  return allowRemote.some((host) => host.toLowerCase() === url.host) ? undefined : { state: "refused", host: url.host };
}

/** Sends one request; returns its result or the URL that it redirects to. */
async function get(url: URL): Promise<Fetched | URL> {
  try {
    const response = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (response.ok && response.body !== null)
      return { state: "bytes", bytes: await collectBytes(response.body, sizeLimit + 1) };
    await response.body?.cancel();
    if (location === null) return unreadable(`HTTP ${response.status}`);
    return URL.canParse(location, url.href) ? new URL(location, url) : unreadable("it redirects to an invalid URL");
  } catch (failure) {
    return unreadable(causeOf(failure));
  }
}

/** The reason of a failed request. `fetch` hides it as the cause of an error "fetch failed". */
function causeOf(failure: unknown): string {
  const cause = failure instanceof Error ? failure.cause : undefined;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return reasonOf(cause ?? failure);
}

function unreadable(reason: string): Fetched {
  return { state: "unreadable", reason };
}
