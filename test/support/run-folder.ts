import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder that lasts as long as the run of all tests. */
    readonly runFolder: string;
  }
}

const folder = mkdtempSync(join(tmpdir(), "odata-codegen-run-"));

export function setup({ provide }: TestProject): void {
  provide("runFolder", folder);
  process.env["XDG_CACHE_HOME"] = join(folder, "cache"); // for the records of runs, instead of the user's own
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
