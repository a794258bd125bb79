/** Faults that a test asks for: statuses, waiting times, and connections that end. */
import { templateOf } from "../store/examples.js";
import { Fault } from "../handler/fault.js";

export interface FaultOptions {
  /** The status of the answer; 500 by default. */
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Seconds, in the header `Retry-After`. */
  readonly retryAfter?: number;
  /** How many requests fail; by default one. */
  readonly times?: number;
  /** The first request that fails, from 1 on; by default the next one. */
  readonly nth?: number;
  /** Whether the connection ends without an answer: `fetch` rejects. */
  readonly drop?: boolean;
}

/** A method and a path, such as `GET /users/{id}`; `*` for any. */
interface Planned {
  readonly pattern: string;
  readonly options: FaultOptions;
  /** The matching requests so far. */
  seen: number;
}

/** A path or method without parameters, as requests are compared. */
export function requestKey(text: string): string {
  const [first = "", ...rest] = text.trim().split(/\s+/);
  const [method, path] = rest.length === 0 ? ["*", first] : [first.toUpperCase(), rest.join(" ")];
  return `${method} ${path === "*" ? path : templateOf(path)}`;
}

/** A connection that ended without an answer. */
export class Dropped extends Error {
  override readonly name = "Dropped";
}

export class PlannedFaults {
  #planned: Planned[] = [];

  add(pattern: string, options: FaultOptions): void {
    this.#planned.push({ pattern: requestKey(pattern), options, seen: 0 });
  }

  clear(): void {
    this.#planned = [];
  }

  /** Throws what is planned for a request. */
  meet(method: string, template: string): void {
    for (const one of this.#planned) {
      const [wantedMethod, wantedPath] = one.pattern.split(" ");
      if (wantedMethod !== "*" && wantedMethod !== method) continue;
      if (wantedPath !== "*" && wantedPath !== template) continue;
      one.seen += 1;
      const { nth = 1, times = 1, drop } = one.options;
      if (one.seen < nth || one.seen >= nth + times) continue;
      if (drop === true) throw new Dropped("The connection ended without an answer.");
      throw faultOf(one.options);
    }
  }
}

const CODES: Readonly<Record<number, string>> = {
  404: "ResourceNotFound",
  409: "Conflict",
  429: "TooManyRequests",
  503: "ServiceUnavailable",
};

function faultOf({ status = 500, code, message, retryAfter }: FaultOptions): Fault {
  return new Fault(
    status,
    code ?? CODES[status] ?? "InternalServerError",
    message ?? "A fault that the test asked for.",
    retryAfter === undefined ? {} : { headers: { "retry-after": String(retryAfter) } },
  );
}
