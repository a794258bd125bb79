import type { Call } from "../../http/http.js";
import { parsedUrl, type Fetch, type FetchInit, type FetchResponse } from "../../http/platform.js";

const MAX_REDIRECTS = 5;

/**
 * Sends a read, and follows its redirects: to other hosts without the token and without the headers of the options.
 * Redirects from https to http are not followed.
 */
export function following(fetch: Fetch): Fetch {
  return (url, init) => follow(fetch, url, init, 0);
}

async function follow(fetch: Fetch, url: string, init: FetchInit, hops: number): Promise<FetchResponse> {
  const response = await fetch(url, init);
  const { accept = "*/*", authorization } = init.headers;
  // Browsers hide where a redirect leads. They follow it themselves, to other hosts without `authorization`.
  if (response.status === 0) {
    const headers: Record<string, string> = authorization === undefined ? { accept } : { accept, authorization };
    return fetch(url, { ...init, redirect: "follow", headers });
  }
  const location = isRedirect(response.status) ? response.headers.get("location") : null;
  if (location === null || hops === MAX_REDIRECTS) return response;
  const [from, to] = [parsedUrl(url), parsedUrl(location, url)];
  if (to.protocol !== "https:" && from.protocol === "https:") return response;
  return follow(fetch, to.href, to.origin === from.origin ? init : { ...init, headers: { accept } }, hops + 1);
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** The same request, with its redirects followed. */
export function redirected(described: Call): Call {
  const { connection } = described;
  return { ...described, connection: { ...connection, fetch: following(connection.fetch) } };
}
