/** Runs a battery against validators with one fault in their code. */
import { runInThisContext } from "node:vm";
import type { Exports, Modules } from "../../validators/support/modules.js";
import type { Trial } from "./battery.js";

/** In milliseconds; the battery takes a fraction of it. */
const LIMIT = 4_000;

export type Verdict = "noticed" | "endless" | "alive";

/** Whether any trial notices the fault, be it that the code cannot be loaded, or that it does not end. */
export function verdictOf(modules: () => Modules, battery: readonly Trial[]): Verdict {
  const passes = (): boolean => {
    const root: Exports = modules().load("/out/validators.js");
    return battery.every(({ holds }) => holds(root));
  };
  try {
    return withLimit(passes) ? "alive" : "noticed";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
      ? "endless"
      : "noticed";
  }
}

/** Only a script can be stopped. */
function withLimit(run: () => boolean): boolean {
  const name = "__mutantRun";
  const global: Record<string, unknown> = globalThis as unknown as Record<string, unknown>; // the script reads it there
  global[name] = run;
  try {
    return runInThisContext(`globalThis.${name}()`, { timeout: LIMIT }) === true;
  } finally {
    delete global[name];
  }
}
