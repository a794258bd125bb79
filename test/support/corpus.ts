import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** The folder of real inputs; `ODATA_CODEGEN_CORPUS` overrides where it is looked for. */
export const corpus =
  process.env["ODATA_CODEGEN_CORPUS"] ?? fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

const missing = !existsSync(corpus);
if (missing)
  process.stderr.write(`No corpus at ${corpus}: the tests over real inputs are skipped (set ODATA_CODEGEN_CORPUS).\n`);

/** Like `describe`, for tests over the corpus; where it is missing, they are skipped and the run says so. */
export function describeWithCorpus(name: string, body: () => void): void {
  // A body that lists files as it is collected would fail there, even though its tests are skipped.
  const stub = (): void => it("needs the corpus", () => expect.unreachable());
  describe.skipIf(missing)(missing ? `${name} (skipped: no corpus)` : name, missing ? stub : body);
}

const OLD_NAMESPACE = /="http:\/\/schemas\.microsoft\.com\/ado\/\d{4}\/\d{2}\/edmx?"/;

/** Whether a file of the corpus is a document of OData 2.0 or 3.0, or has their namespaces. */
export function isOldDocument(file: string): boolean {
  return OLD_NAMESPACE.test(readFileSync(join(corpus, file), "utf8"));
}
