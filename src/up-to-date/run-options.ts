import type { GenerateRequest } from "./generate-request.js";

/**
 * The options that decide what is written: all but where inputs come from and where output goes. What is not given is
 * left out, so that it counts the same as a default that is not written down.
 */
export function runOptions(request: GenerateRequest): Readonly<Record<string, unknown>> {
  const { inputs: _, base: __, output: ___, allowRemote: ____, ...options } = request;
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
