import { retryAfterOf } from "../../http/error.js";
import { globalFetch, type Fetch, type FetchInit, type FetchResponse } from "../../http/platform.js";
import { isAborted, isStream, pause } from "../shared/platform.js";

/** Options of {@link retry}. */
export interface RetryOptions {
  /** How often a request is repeated at most; 3 by default. */
  readonly times?: number | undefined;
  /**
   * Milliseconds before the first repetition, where the response has no `Retry-After`; 500 by default. Each further one
   * waits twice as long; a random part of up to a half is taken off.
   */
  readonly delay?: number | undefined;
  /** The longest wait in milliseconds; 60,000 by default. When the service wants more, the response is the result. */
  readonly maxDelay?: number | undefined;
}

/** Methods that have the same effect when they are repeated (RFC 9110 §9.2.2). */
const IDEMPOTENT = /* @__PURE__ */ new Set(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);

/** Statuses of requests that may succeed later. */
const PASSING = /* @__PURE__ */ new Set([408, 429, 502, 503, 504]);

/**
 * Repeats requests that failed for a passing reason: those that the service refused with 429 or 503 and `Retry-After`,
 * after that time; and those of idempotent methods after a failure of the network or the status 408, 429, 502, 503 or
 * 504. Never a request whose body is a stream. The signal of the request ends the wait.
 */
export function retry(fetch: Fetch = globalFetch, options: RetryOptions = {}): Fetch {
  const { times = 3, delay = 500, maxDelay = 60_000 } = options;
  return async (url, init) => {
    for (let repeated = 0; ; repeated++) {
      const outcome = await outcomeOf(fetch(url, init));
      if (repeated >= times || !isRepeatable(init, outcome.response)) return resultOf(outcome);
      const wait = waitIn(outcome.response) ?? delay * 2 ** repeated * (1 - Math.random() / 2);
      if (wait > maxDelay) return resultOf(outcome);
      // Frees the connection.
      void outcome.response?.text().catch(() => undefined);
      await pause(wait, init.signal);
    }
  };
}

interface Outcome {
  readonly response?: FetchResponse;
  readonly error?: unknown;
}

function outcomeOf(sent: Promise<FetchResponse>): Promise<Outcome> {
  return sent.then(
    (response) => ({ response }),
    (error: unknown) => ({ error }),
  );
}

function resultOf({ response, error }: Outcome): FetchResponse {
  if (response === undefined) throw error;
  return response;
}

function isRepeatable({ method, body, signal }: FetchInit, response: FetchResponse | undefined): boolean {
  if (isStream(body) || isAborted(signal)) return false;
  if (response === undefined) return IDEMPOTENT.has(method);
  const { status } = response;
  const isRefused = (status === 429 || status === 503) && waitIn(response) !== undefined;
  return isRefused || (PASSING.has(status) && IDEMPOTENT.has(method));
}

/** Milliseconds in `Retry-After`. */
function waitIn(response: FetchResponse | undefined): number | undefined {
  const seconds = retryAfterOf(response?.headers);
  return seconds === undefined ? undefined : seconds * 1000;
}
