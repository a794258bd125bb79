import { setFlagsFromString } from "node:v8";

/**
 * Makes the engine take its time before it optimizes a function. A run of the tool does everything once: by default
 * a quarter of its CPU time goes into optimized code that is hardly used. Functions that stay busy are optimized still.
 */
export function tuneEngine(): void {
  setFlagsFromString("--interrupt-budget=1000000");
}
