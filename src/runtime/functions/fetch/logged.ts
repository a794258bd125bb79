import { globalFetch, type Fetch } from "../../http/platform.js";

/** A request for a log: without headers, bodies and the values in its query that may be secret. */
export interface LoggedRequest {
  readonly method: string;
  /** In its query, all values but those of `$select`, `$orderby`, `$top`, `$skip` and `$count` are `…`. */
  readonly url: string;
  /** The HTTP status; 0 when there was no response. */
  readonly status: number;
  /** Milliseconds until the response began. */
  readonly duration: number;
}

/** Passes each request to `log` once its response has begun, or it has failed. */
export function logged(fetch: Fetch | undefined, log: (request: LoggedRequest) => void): Fetch {
  const send = fetch ?? globalFetch;
  return async (url, init) => {
    const start = Date.now();
    let status = 0;
    try {
      const response = await send(url, init);
      ({ status } = response);
      return response;
    } finally {
      log({ method: init.method, url: withoutSecrets(url), status, duration: Date.now() - start });
    }
  };
}

const HARMLESS = /^\$(select|orderby|top|skip|count)=/;

function withoutSecrets(url: string): string {
  const [path = "", query] = url.split(/\?(.*)/s);
  if (query === undefined) return path;
  const options = query.split("&").map((option) => (HARMLESS.test(option) ? option : option.replace(/=.*/s, "=…")));
  return `${path}?${options.join("&")}`;
}
