/** Requests that pages document and the metadata lacks: they are a part of the service, and answered as the page says. */
import { resultOf } from "../data/data.js";
import type { MockRequest, MockService } from "../service.js";
import { requestsAt, templateOf } from "../store/examples.js";
import type { Answer } from "../web.js";
import type { Exchange, MockContext } from "./context.js";
import { Fault, Lacking, wrongMethod } from "./fault.js";
import { resultAnswer } from "./operations.js";

export interface Documented {
  readonly request: MockRequest;
  readonly template: string;
}

/** The documented request in the place of one that the metadata lacks; undefined for any other error. */
export function documentedFor(error: unknown, exchange: Exchange, { service }: MockContext): Documented | undefined {
  if (!(error instanceof Lacking)) return undefined;
  const path = `/${pathIn(exchange)}`;
  const { key } = error;
  const request = service.requests?.find(
    (one) =>
      one.method === exchange.method &&
      // Of what could be a key, only a name of the page is none.
      (key === undefined || (!/[{}]/.test(key) && one.path.split("/").includes(key))) &&
      patternOf(one.path, service).test(path),
  );
  return request && { request, template: templateOf(request.path) };
}

/** Decoded, with keys as segments and without parameters. */
function pathIn({ path }: Exchange): string {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // It is none of a page.
  }
  return plain.replace(/\(([^()=]+)\)/g, "/$1").replace(/\([^()]*\)/g, "");
}

const GUID_IN_PATH = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** A parameter is a segment, or a part of one; behind a colon it is a path (`root:/{path}:`). Pages show keys, too. */
function patternOf(path: string, { anyCase }: MockService): RegExp {
  const text = path
    .replace(/\{[^{}]*\}|\?.*/g, (part) => (part.startsWith("{") ? "{}" : ""))
    .replace(GUID_IN_PATH, "{}")
    .replace(/\((?:'\{\}'|\{\})\)/g, "/{}")
    .replace(/\([^()]*\)/g, "")
    .replace(/[^\w{}/]/g, "\\$&")
    .replace(/:\/\{\}/g, ":/.+")
    .replace(/\{\}/g, "[^/]+");
  return new RegExp(`^${text}$`, anyCase && "i");
}

/** Throws for a documented body that is no JSON: the metadata has none here. */
export function refuseOther(template: string, { method, headers }: Exchange, { service }: MockContext): void {
  const type = headers["content-type"];
  if (type !== undefined && requestsAt(service, method, template).some(({ sends }) => sends && type.startsWith(sends)))
    throw wrongMethod("The metadata has no such body here.");
}

export function documentedAnswer({ request }: Documented, exchange: Exchange, context: MockContext): Answer {
  const { example, returns, status = 200 } = request;
  const headers = { "x-mock": "documented" };
  if (example !== undefined) return { ...example, headers };
  if (returns !== undefined) {
    const value = resultOf(returns, exchange.path, context.store.data);
    return { ...resultAnswer(value, returns, exchange, context, headers), status };
  }
  if (exchange.method !== "GET") return { status: status === 200 ? 204 : status, headers };
  throw new Fault(501, "NotImplemented", "The documentation has the request, and neither a type nor an example.");
}
