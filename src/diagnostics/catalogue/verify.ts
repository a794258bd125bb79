import { error } from "./entry.js";

/** Reported when output is type-checked. */
export const verifyEntries = {
  "verify-failed": error<{ code: number; problem: string }>(
    "The output does not compile, which is a fault of odata-codegen; nothing is written.",
    ({ code, problem }) =>
      `The output does not compile here (TS${code}: ${problem}); this is a bug of odata-codegen, please report it in the issues of its repository.`,
  ),
};
