import type { DialectContext } from "../query/parsing.js";
import type { MockService } from "../service.js";
import type { Store } from "../store/store.js";
import type { GeneratedSchemas } from "./schemas.js";
import type { Incoming } from "../web.js";

/** What requests are answered with. */
export interface MockContext {
  readonly service: MockService;
  readonly schemas: GeneratedSchemas;
  readonly store: Store;
  readonly query: DialectContext;
  /** The service root, without a slash at its end. */
  readonly base: string;
  readonly pageSize: number | undefined;
  readonly strict: boolean;
}

/** A request below the service root. */
export interface Exchange extends Incoming {
  /** The path from the service root on, percent-encoded. */
  readonly path: string;
  /** The query, without `?`. */
  readonly search: string;
}

/** The value of a preference, such as that of `return` in `Prefer: return=minimal`; `true` for one without value. */
export function preference({ headers }: Pick<Incoming, "headers">, name: string): string | true | undefined {
  for (const part of (headers["prefer"] ?? "").split(/[,;]/)) {
    const [key = "", value] = part.trim().split("=");
    if (key.toLowerCase().replace(/^odata\./, "") === name) return value?.replace(/^"|"$/g, "") ?? true;
  }
  return undefined;
}
