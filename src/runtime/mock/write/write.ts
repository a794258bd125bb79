/** Writes what a path leads to. */
import type { Exchange, MockContext } from "../handler/context.js";
import { wrongMethod } from "../handler/fault.js";
import type { CallTarget, Target } from "../handler/target.js";
import { textIn, type Answer } from "../web.js";
import { create } from "./create.js";
import { writeContent, writeProperty } from "./properties.js";
import { writeReference } from "./references.js";
import { remove, update } from "./update.js";

/** The methods that a target takes besides GET and HEAD. */
export function methodsOf(target: Exclude<Target, CallTarget>): readonly string[] {
  switch (target.kind) {
    case "batch":
      return ["POST"];
    case "collection":
      return ["POST"];
    case "entity":
      return ["PATCH", "PUT", "DELETE", "MERGE"];
    case "property":
      return target.nullable || target.type === "Edm.Stream" ? ["PUT", "PATCH", "DELETE"] : ["PUT", "PATCH"];
    case "content":
      return ["PUT", "DELETE"];
    case "reference":
      return target.of.kind === "collection" ? ["POST", "DELETE"] : ["PUT", "DELETE"];
    default:
      return [];
  }
}

/** What fails changes nothing, not even in part. */
export function write(target: Exclude<Target, CallTarget>, exchange: Exchange, context: MockContext): Answer {
  // A flat body is checked before anything is changed.
  const isDeep = /@|\[|\{[^]*\{/.test(textIn(exchange.bytes));
  const undo = isDeep ? context.store.snapshot() : undefined;
  try {
    return answerWrite(target, exchange, context);
  } catch (error) {
    undo?.();
    throw error;
  }
}

function answerWrite(target: Exclude<Target, CallTarget>, exchange: Exchange, context: MockContext): Answer {
  switch (target.kind) {
    case "collection":
      return create(target, exchange, context);
    case "entity":
      return exchange.method === "DELETE" ? remove(target, exchange, context) : update(target, exchange, context);
    case "property":
      return writeProperty(target, exchange, context);
    case "content":
      return writeContent(target.of, exchange, context);
    case "reference":
      return writeReference(target.of, exchange, context);
    default:
      throw wrongMethod(`${exchange.method} is not supported here.`);
  }
}
