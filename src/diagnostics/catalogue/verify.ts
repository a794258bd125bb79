import { error } from "./entry.js";

/** Diagnostics of type-checking the output. */
export const verifyEntries = {
  "verify-failed": error<{ code: number; problem: string }>(
    "The output does not compile, which is a bug of odata-codegen; nothing is written.",
    ({ code, problem }) =>
      `The generated code does not compile (TS${code}: ${problem}); this is a bug of odata-codegen, please report it in its repository.`,
  ),
};
