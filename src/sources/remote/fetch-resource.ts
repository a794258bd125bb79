import { answerOf } from "./answer.js";
import { type Certificates, certificatesOf, connectionFor, proxiesOf } from "./connection.js";
import { failureOf } from "./failure.js";
import { isLoginUrl } from "./login-page.js";
import { type Fetched, isAllowed, type RemoteFailure, type RemoteRequest } from "./remote-input.js";
import { type Secrets, secretsOf } from "./secrets.js";

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 30_000;

/**
 * CSDL in XML is asked for first, since services differ in what they take for JSON. Texts of the metadata are asked for
 * in English: services fail at the `*` that `fetch` of Node sends by itself.
 */
const standardHeaders = {
  accept: "application/xml, application/json;q=0.9, text/markdown;q=0.8, */*;q=0.1",
  "accept-language": "en",
};

/** What a request sends besides its URL. */
interface Sent {
  readonly request: RemoteRequest;
  readonly secrets: Secrets;
  readonly certificates: Certificates;
}

/**
 * Fetches the text at a URL. Requests are sent to allowed hosts only, also for redirects. Hosts are compared as in the
 * URL, including an explicit port. Headers and the client certificate are sent to the host of the input, and no longer
 * after a redirect to another host.
 */
export async function fetchResource(request: RemoteRequest, allowRemote: readonly string[]): Promise<Fetched> {
  if (!URL.canParse(request.url)) return unreadable("it is not a valid URL");
  const start = new URL(request.url);
  const refusal = refusalOf(start, allowRemote);
  if (refusal !== undefined) return refusal;
  const secrets = secretsOf(request);
  if ("state" in secrets) return secrets;
  const certificates = await certificatesOf(request, secrets.passphrase);
  if ("state" in certificates) return certificates;
  return follow(start, { request, secrets, certificates }, allowRemote);
}

async function follow(start: URL, own: Sent, allowRemote: readonly string[]): Promise<Fetched> {
  const anonymous: Sent = { ...own, secrets: { headers: {}, hidden: own.secrets.hidden }, certificates: {} };
  let url = start;
  let sent = own;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = await get(url, sent);
    if (!(answer instanceof URL)) return answer;
    if (url.protocol === "https:" && answer.protocol !== "https:") return unreadable("it redirects from https to http");
    const refusal = refusalOf(answer, allowRemote);
    if (refusal !== undefined && isLoginUrl(answer)) return { state: "login", url: shownUrl(answer) };
    if (refusal?.state === "refused") return { ...refusal, url: shownUrl(answer) };
    if (refusal !== undefined) return refusal;
    if (answer.host !== url.host) sent = anonymous;
    url = answer;
  }
  return unreadable(`more than ${MAX_REDIRECTS} redirects`);
}

/** Where a redirect leads: without the query, which may hold secrets. */
function shownUrl({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

function refusalOf(url: URL, allowRemote: readonly string[]): RemoteFailure | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return unreadable(`it redirects to a "${url.protocol}" URL`);
  if (url.username !== "" || url.password !== "")
    return unreadable("URLs with a user name or password are not supported");
  return isAllowed(url, allowRemote) ? undefined : { state: "refused", host: url.host };
}

/** Sends one request; returns its result or the URL that it redirects to. */
async function get(url: URL, { request, secrets, certificates }: Sent): Promise<Fetched | URL> {
  const { etag, env = {} } = request;
  const headers = {
    ...standardHeaders,
    ...(etag !== undefined && { "if-none-match": etag }),
    ...lowerCased(secrets.headers),
  };
  try {
    const connection = await connectionFor(env, certificates);
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      return await answerOf(await connection.send(url, { headers, redirect: "manual", signal }), url, secrets);
    } finally {
      await connection.close();
    }
  } catch (failure) {
    return failureOf(failure, { hidden: secrets.hidden, isProxied: proxiesOf(env) !== undefined });
  }
}

/** By the names in lower case, so that a header of the input takes the place of a standard one. */
function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function unreadable(reason: string): RemoteFailure {
  return { state: "unreadable", reason };
}
