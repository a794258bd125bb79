import { setFlagsFromString } from "node:v8";

/**
 * Makes the engine take its time before it optimizes a function, and inline less when it does. A run of the tool does
 * everything once: by default a quarter of its CPU time goes into optimized code that is hardly used. Functions that
 * stay busy are optimized still.
 */
export function tuneEngine(): void {
  setFlagsFromString("--interrupt-budget=600000");
  setFlagsFromString("--max-inlined-bytecode-size=100");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
}
