import type { ServiceRequest, ServiceRequests } from "../sources/remote/service-requests.js";
import type { RemoteFailure } from "../sources/remote/remote-input.js";
import type { JsonValue } from "../edm/requests.js";
import type { Exchange } from "./finding.js";

/** Ends a run: nothing more is sent. */
export class Stopped extends Error {
  /** Absent where the limit is reached, or the user has ended the run. */
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
  /** Ends the run before the next request. */
  readonly signal?: AbortSignal;
}

/** A request to send. */
export interface Outgoing extends ServiceRequest {
  /** From the root on, `Customers?$top=5`, or a URL. */
  readonly to: string | URL;
  /** Whether it is sent beyond the limit, and after the end of a run: it removes what the run has created. */
  readonly isCleanup?: boolean;
}

/** An answer, with its JSON; undefined where it is none. */
export interface Answered {
  readonly status: number;
  readonly ok: boolean;
  readonly text: string;
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: JsonValue | undefined;
  readonly exchange: Exchange;
}

const JSON_TYPE = "application/json";
const TOKEN = "x-csrf-token";
/** A service that asks for a longer pause than this, in seconds, is not waited for. */
const LONGEST_WAIT = 60;
const MOST_RETRIES = 3;
const SHOWN = 240;

/** Sends the requests of a run, one after the other, within its limit. */
export class Sender {
  readonly #service: ServiceRequests;
  readonly #options: SenderOptions;
  #sent = 0;
  /** What a service wants of writes. */
  #tokenHeaders: Readonly<Record<string, string>> = {};

  constructor(service: ServiceRequests, options: SenderOptions) {
    this.#service = service;
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

  /** The path of a link from the root on; undefined where it leads elsewhere. */
  pathOf(link: string): string | undefined {
    const href = this.urlOf(link)?.href;
    const { root } = this.#options;
    return href?.startsWith(root.href) === true ? href.slice(root.href.length) : undefined;
  }

  /** Sends a read: a path from the root on, `Customers?$top=5`, or a URL. */
  get(to: string | URL, accept: string = JSON_TYPE): Promise<Answered> {
    return this.send({ method: "GET", to, headers: { accept } });
  }

  /** Throws `Stopped` where nothing more is sent, or there is no answer. */
  async send(outgoing: Outgoing): Promise<Answered> {
    const { method, to } = outgoing;
    const { root, wait } = this.#options;
    const url = typeof to === "string" ? new URL(root.href + to) : to;
    let hasToken = false;
    for (let retries = 0; ; retries++) {
      const { status, headers, body } = await this.#once(url, outgoing);
      if (!hasToken && method !== "GET" && wantsToken(status, headers)) {
        hasToken = true;
        await this.#fetchToken(outgoing);
        continue;
      }
      const pause = retryAfter(status, headers, method);
      if (pause === undefined || pause > LONGEST_WAIT || retries === MOST_RETRIES) {
        const exchange = this.#exchange(url, outgoing, status, body);
        return { status, ok: status >= 200 && status < 300, headers, text: body, body: jsonIn(body), exchange };
      }
      await wait(pause * 1000);
    }
  }

  /** A token of the service, which holds for the session that its cookies name. */
  async #fetchToken({ isCleanup = false }: Outgoing): Promise<void> {
    const headers = { accept: JSON_TYPE, [TOKEN]: "Fetch" };
    const answer = await this.#once(this.#options.root, { method: "GET", to: "", headers, isCleanup });
    const token = answer.headers.get(TOKEN);
    const cookies = (answer.headers.get("set-cookie") ?? "").split("\n").map((cookie) => cookie.replace(/;.*/s, ""));
    const session = cookies.filter((cookie) => cookie !== "").join("; ");
    this.#tokenHeaders = { ...(token !== undefined && { [TOKEN]: token }), ...(session !== "" && { cookie: session }) };
  }

  #exchange({ href, pathname }: URL, { method, body }: Outgoing, status: number, answer: string): Exchange {
    const shown = (text: string): string => shortened(this.#service.shown(text));
    const path = this.pathOf(href) ?? pathname.replace(/^\//, "");
    return {
      request: this.#service.shown(`${method} /${path}`),
      ...(body !== undefined && { sent: shown(body) }),
      status,
      answer: shown(answer),
    };
  }

  async #once(url: URL, { method, headers, body, isCleanup = false }: Outgoing) {
    const { maxRequests, pause, wait, progress, signal } = this.#options;
    if (!isCleanup && (this.#sent >= maxRequests || signal?.aborted === true)) throw new Stopped();
    if (this.#sent > 0 && pause > 0) await wait(pause);
    this.#sent++;
    progress?.(this.#sent, Math.max(this.#sent, maxRequests));
    const all = method === "GET" ? headers : { ...headers, ...this.#tokenHeaders };
    const answer = await this.#service.send(url, { method, headers: all, ...(body !== undefined && { body }) });
    if ("state" in answer) throw new Stopped(answer);
    return answer;
  }
}

/** Whether a write was refused since it had no token, or one that holds no more (SAP Gateway, CSRF protection). */
function wantsToken(status: number, headers: ReadonlyMap<string, string>): boolean {
  return status === 403 && headers.get(TOKEN)?.toLowerCase() === "required";
}

/**
 * How long a service asks to wait, in seconds, where it has no answer now (RFC 9110 §10.2.3). After 503 only reads are
 * sent again: a write may have been carried out.
 */
function retryAfter(status: number, headers: ReadonlyMap<string, string>, method: string): number | undefined {
  if (status !== 429 && (status !== 503 || method !== "GET")) return undefined;
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
