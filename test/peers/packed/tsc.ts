import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const bin = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** What the compiler prints: nothing when all is well. */
export function tsc(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [bin, "--pretty", "false", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  return `${stdout}${stderr}`;
}
