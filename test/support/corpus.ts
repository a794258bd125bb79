import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";

/** The folder of real inputs; `ODATA_CODEGEN_CORPUS` overrides where it is looked for. */
export const corpus = process.env["ODATA_CODEGEN_CORPUS"] ?? fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

/** Like `describe`, for tests over the corpus; where it is missing, the run says so. */
export function describeWithCorpus(name: string, body: () => void): void {
  if (existsSync(corpus)) describe(name, body);
  else describe(name, () => it.skip(`skipped: there is no corpus at ${corpus}; set ODATA_CODEGEN_CORPUS`, () => {}));
}
