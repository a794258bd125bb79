/** The GET examples of reference pages, as calls of the generated client. */
import { callOf, type SegmentNames } from "./call.js";
import type { PathModel } from "./model.js";
import { normalUrl } from "./normal-url.js";
import { resolvePath, type ResolvedPath } from "./path.js";
import type { Outcome } from "./program.js";
import { optionsOf } from "./query.js";

export interface ExampleCall {
  readonly url: string;
  readonly call: string;
  readonly path: ResolvedPath;
}

export interface Translated {
  readonly calls: readonly ExampleCall[];
  /** Those without a call, with what the model does not have, or names otherwise. */
  readonly others: readonly string[];
}

export function translated(urls: readonly string[], model: PathModel, nameOf: SegmentNames): Translated {
  const calls: ExampleCall[] = [];
  const others: string[] = [];
  for (const url of urls) {
    const [path = "", ...query] = url.split("?");
    const resolved = resolvePath(model, path);
    if ("unknown" in resolved) others.push(`${resolved.unknown} is not declared: ${url}`);
    else if (resolved.miswritten.length > 0) others.push(`${resolved.miswritten.join(", ")}: ${url}`);
    else calls.push({ url, call: callOf(resolved, optionsOf(query.join("?")), nameOf), path: resolved });
  }
  return { calls, others };
}

/** Why a call is not the request of the page; undefined when it is. */
export function difference({ url, call }: ExampleCall, { errors, sent }: Outcome): string | undefined {
  if (errors.length > 0) return `${call} does not compile: ${errors.join(" ")}`;
  if ("error" in sent) return `${call} fails: ${sent.error}`;
  return normalUrl(sent.url) === normalUrl(url) ? undefined : `${call} sends ${sent.url}`;
}
