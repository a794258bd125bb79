import type { ServiceReads } from "../sources/remote/service-reads.js";
import type { RemoteFailure } from "../sources/remote/remote-input.js";
import type { JsonValue } from "../edm/requests.js";
import type { Exchange } from "./finding.js";

/** Ends a run: nothing more is sent. */
export class Stopped extends Error {
  /** Absent where the limit is reached. */
  readonly failure: RemoteFailure | undefined;

  constructor(failure?: RemoteFailure) {
    super("no more requests are sent");
    this.failure = failure;
  }
}

export interface SenderOptions {
  /** The root of the service, with a slash at its end. */
  readonly root: URL;
  readonly maxRequests: number;
  /** Between requests, in milliseconds. */
  readonly pause: number;
  /** Waits, in milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly progress?: (sent: number, most: number) => void;
}

/** An answer, with its JSON; undefined where it is none. */
export interface Answered {
  readonly status: number;
  readonly ok: boolean;
  readonly text: string;
  readonly body: JsonValue | undefined;
  readonly exchange: Exchange;
}

const JSON_TYPE = "application/json";
/** A service that asks for a longer pause than this, in seconds, is not waited for. */
const LONGEST_WAIT = 60;
const MOST_RETRIES = 3;
const SHOWN = 240;

/** Sends the reads of a run, one after the other, within its limit. */
export class Sender {
  readonly #reads: ServiceReads;
  readonly #options: SenderOptions;
  #sent = 0;

  constructor(reads: ServiceReads, options: SenderOptions) {
    this.#reads = reads;
    this.#options = options;
  }

  get sent(): number {
    return this.#sent;
  }

  /** The URL of a link, or of a path from the root on; undefined where it is none, or of another origin. */
  urlOf(link: string): URL | undefined {
    const { root } = this.#options;
    if (!URL.canParse(link, root.href)) return undefined;
    const url = new URL(link, root);
    return url.origin === root.origin ? url : undefined;
  }

  /** Sends a read: a path from the root on, `Customers?$top=5`, or a URL. */
  async get(path: string | URL, accept: string = JSON_TYPE): Promise<Answered> {
    const { root } = this.#options;
    const url = typeof path === "string" ? new URL(root.href + path) : path;
    for (let retries = 0; ; retries++) {
      const { status, headers, body } = await this.#once(url, accept);
      const pause = retryAfter(status, headers);
      if (pause === undefined || pause > LONGEST_WAIT || retries === MOST_RETRIES) {
        const request = `GET /${url.href.startsWith(root.href) ? url.href.slice(root.href.length) : url.pathname}`;
        const answer = shortened(this.#reads.shown(body));
        const exchange = { request: this.#reads.shown(request), status, answer };
        return { status, ok: status >= 200 && status < 300, text: body, body: jsonIn(body), exchange };
      }
      await this.#options.wait(pause * 1000);
    }
  }

  async #once(url: URL, accept: string) {
    const { maxRequests, pause, wait, progress } = this.#options;
    if (this.#sent >= maxRequests) throw new Stopped();
    if (this.#sent > 0 && pause > 0) await wait(pause);
    this.#sent++;
    progress?.(this.#sent, maxRequests);
    const answer = await this.#reads.get(url, accept);
    if ("state" in answer) throw new Stopped(answer);
    return answer;
  }
}

/** How long a service asks to wait, in seconds, where it has no answer now (RFC 9110 §10.2.3). */
function retryAfter(status: number, headers: ReadonlyMap<string, string>): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const text = headers.get("retry-after") ?? "1";
  if (/^\d+$/.test(text)) return Number(text);
  const seconds = (Date.parse(text) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? 1 : Math.max(0, seconds);
}

function jsonIn(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // what JSON.parse gives
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  const line = text
    .slice(0, 4 * SHOWN)
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
