/** Methods and forms that are refused. */
import { methodsOf } from "../write/write.js";
import type { Exchange } from "./context.js";
import { Fault, wrongMethod } from "./fault.js";
import type { Target } from "./target.js";

/** The methods that a path takes. */
export function allowedAt(target: Target): readonly string[] {
  if (target.kind !== "call") return ["GET", "HEAD", ...methodsOf(target)];
  return target.operations.some(({ kind }) => kind === "action") ? ["POST"] : ["GET", "HEAD"];
}

export function refuseMethod(method: string, allowed: readonly string[]): void {
  if (allowed.includes(method)) return;
  throw wrongMethod(`${method} is not supported here.`, allowed);
}

/** Answers are in JSON alone, but for media. */
export function refuseForm({ headers }: Exchange): void {
  const accept = headers["accept"];
  if (accept === undefined || /json|\*\/\*|application\/\*|text\/|octet-stream|image|multipart/i.test(accept)) return;
  throw new Fault(406, "NotAcceptable", `The mock answers in JSON, not in ${accept}.`);
}
