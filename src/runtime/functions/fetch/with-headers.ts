import { globalFetch, type Fetch } from "../../http/platform.js";

type Headers = Readonly<Record<string, string>>;

/**
 * Adds headers to each request that does not have them. A function is called for each request, with its URL. They are
 * sent to other hosts as well, where redirects of downloads lead to some: what is secret belongs in the options of
 * `createClient`, or in a function that looks at the URL.
 */
export function withHeaders(
  fetch: Fetch | undefined,
  headers: Headers | ((url: string) => Headers | Promise<Headers>),
): Fetch {
  const send = fetch ?? globalFetch;
  return async (url, init) => {
    const added = typeof headers === "function" ? await headers(url) : headers;
    const lowered = Object.entries(added).map(([name, value]) => [name.toLowerCase(), value]);
    return send(url, { ...init, headers: { ...Object.fromEntries(lowered), ...init.headers } });
  };
}
