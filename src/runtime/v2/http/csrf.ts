import { tagOf } from "../../http/content.js";
import { parsedUrl, type Fetch, type FetchInit, type FetchResponse } from "../../http/platform.js";

const TOKEN = "x-csrf-token";

/**
 * Protects changes against forged requests: gets a token from `root` before the first change (`X-CSRF-Token: Fetch`),
 * sends it with all of them, and gets another one when the service refuses it (403 with `X-CSRF-Token: Required`); the
 * change is then sent once more, unless its body is a stream. Changes at the same time share a token. Nothing of this
 * is sent to another origin. `headers` are those of the client.
 */
export function withToken(fetch: Fetch, root: string, headers: Readonly<Record<string, string>>): Fetch {
  const { origin } = parsedUrl(root);
  const carried = withCookies(fetch);
  let token: Promise<string | undefined> | undefined;

  /** The token of the session that the cookies name. A failure is not kept. */
  const request = ({ headers: { authorization } }: FetchInit): Promise<string | undefined> => {
    const sent = { ...headers, ...(authorization && { authorization }), accept: "application/json", [TOKEN]: "Fetch" };
    const requested = carried(root, { method: "GET", headers: sent, redirect: "manual" }).then(async (response) => {
      // Frees the connection.
      await response.text();
      return response.headers.get(TOKEN) ?? undefined;
    });
    requested.catch(() => {
      token = undefined;
    });
    return requested;
  };

  return async (url, init) => {
    if (parsedUrl(url).origin !== origin) return fetch(url, init);
    if (/^(GET|HEAD)$/.test(init.method)) return carried(url, init);
    for (let isRepeated = false; ; isRepeated = true) {
      const used = (token ??= request(init));
      const value = await used;
      const response = await carried(url, value ? { ...init, headers: { ...init.headers, [TOKEN]: value } } : init);
      if (isRepeated || !isRefused(response) || tagOf(init.body) === "ReadableStream") return response;
      await response.text();
      // Another change may have a newer one already.
      if (token === used) token = undefined;
    }
  };
}

function isRefused({ status, headers }: FetchResponse): boolean {
  return status === 403 && /^required$/i.test(headers.get(TOKEN) ?? "");
}

interface CookieHeaders {
  getSetCookie?(): string[];
}

/** Sends the cookies of the service back to it. In browsers, which do that themselves, responses do not show them. */
function withCookies(fetch: Fetch): Fetch {
  const cookies = new Map<string, string>();
  return async (url, init) => {
    const cookie = [init.headers["cookie"], ...cookies.values()].filter(Boolean).join("; ");
    const response = await fetch(url, cookie ? { ...init, headers: { ...init.headers, cookie } } : init);
    for (const text of (response.headers as CookieHeaders).getSetCookie?.() ?? []) {
      const [pair = ""] = text.split(";");
      const name = pair.split("=")[0] ?? "";
      if (/;\s*max-age=(0|-)/i.test(text)) cookies.delete(name);
      else cookies.set(name, pair);
    }
    return response;
  };
}
