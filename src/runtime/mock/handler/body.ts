import { isEntity } from "../store/members.js";
import type { Entity } from "../query/contract.js";
import { textIn } from "../web.js";
import type { Exchange } from "./context.js";
import { badRequest, Fault } from "./fault.js";
import { withLongNames } from "../short-names.js";

/** The JSON of a request; undefined where it has no body. */
export function jsonOf({ bytes, headers }: Pick<Exchange, "bytes" | "headers">): unknown {
  if (bytes.length === 0) return undefined;
  const type = headers["content-type"] ?? "";
  if (!isJson({ headers }))
    throw new Fault(
      415,
      "UnsupportedMediaType",
      `The body has to be JSON, it is ${type === "" ? "of no type" : type}.`,
    );
  try {
    return JSON.parse(textIn(bytes));
  } catch {
    throw badRequest("The body is no JSON.");
  }
}

export function isJson({ headers }: Pick<Exchange, "headers">): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(headers["content-type"] ?? "");
}

/** The object that a request sends. */
export function objectOf(exchange: Pick<Exchange, "bytes" | "headers">): Entity {
  const body = withLongNames(jsonOf(exchange));
  if (!isEntity(body)) throw badRequest("The body has to be an object.");
  return body;
}
