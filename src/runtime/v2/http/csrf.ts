import { tagOf } from "../../http/content.js";
import { parsedUrl, type Fetch, type FetchInit } from "../../http/platform.js";

const TOKEN = "x-csrf-token";

/**
 * Protects changes against forged requests: gets a token from `root` before the first change (`X-CSRF-Token: Fetch`),
 * sends it with all of them, and gets another one when the service refuses it (403 with `X-CSRF-Token: Required`); the
 * change is then sent once more, unless its body is a stream. Changes at the same time share a token. Nothing of this
 * is sent to another origin. `headers` are those of the client.
 */
export function withToken(fetch: Fetch, root: string, headers: Readonly<Record<string, string>>): Fetch {
  const { origin } = parsedUrl(root);
  const send = withCookies(fetch);
  let token: Promise<string> | undefined;

  /** A token of the session that the cookies name; empty where the service gives none. */
  async function fetchToken({ headers: { authorization } }: FetchInit): Promise<string> {
    const sent = { ...headers, ...(authorization && { authorization }), accept: "application/json", [TOKEN]: "Fetch" };
    const response = await send(root, { method: "GET", headers: sent, redirect: "manual" });
    // Frees the connection.
    await response.text();
    const given = response.headers.get(TOKEN) ?? "";
    return isRequired(given) ? "" : given;
  }

  return async (url, init) => {
    if (parsedUrl(url).origin !== origin) return fetch(url, init);
    if (init.method === "GET") return send(url, init);
    for (let isRepeated = false; ; isRepeated = true) {
      const used = (token ??= fetchToken(init));
      const forget = (): void => {
        // Another change may have a newer one already.
        if (token === used) token = undefined;
      };
      used.catch(forget);
      const value = await used;
      const response = await send(url, value ? { ...init, headers: { ...init.headers, [TOKEN]: value } } : init);
      const isRefused = response.status === 403 && isRequired(response.headers.get(TOKEN) ?? "");
      if (isRepeated || !isRefused || tagOf(init.body) === "ReadableStream") return response;
      forget();
      await response.text();
    }
  };
}

/** What the service writes in the place of a token that it misses, also where it refuses to give one. */
function isRequired(header: string): boolean {
  return /^required$/i.test(header);
}

interface CookieHeaders {
  getSetCookie?(): string[];
}

/** Sends the cookies of the service back to it. In browsers, which do that themselves, responses do not show them. */
function withCookies(fetch: Fetch): Fetch {
  const cookies: Record<string, string> = {};
  return async (url, init) => {
    const cookie = [init.headers["cookie"], ...Object.values(cookies)].filter(Boolean).join("; ");
    const response = await fetch(url, cookie ? { ...init, headers: { ...init.headers, cookie } } : init);
    for (const text of (response.headers as CookieHeaders).getSetCookie?.() ?? []) {
      const [pair, name = ""] = /^([^=]*)=[^;]*/.exec(text) ?? [];
      cookies[name] = pair && !/; *max-age=(0|-)/i.test(text) ? pair : "";
    }
    return response;
  };
}
