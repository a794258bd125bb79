import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for all tests of a file or group, removed after them. */
export function temporaryRoot(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
