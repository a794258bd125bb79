import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "./package-root.js";

/** What output depends on besides the inputs: the code, with the runtime that is copied, and the templates. */
const folders = ["src", "dist", "lib", "templates"]
  .map((folder) => fileURLToPath(new URL(folder, packageRoot)))
  .filter((folder) => existsSync(folder));

/**
 * Whether the tool was changed after a moment (in milliseconds) without a new version: templates and code are, while
 * they are worked on. What is installed has a version that tells all.
 */
export function toolChangedSince(moment: number): boolean {
  if (/[\\/]node_modules[\\/]/.test(folders[0] ?? "")) return false;
  return folders.some((folder) => isNewer(folder, moment));
}

function isNewer(folder: string, moment: number): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? isNewer(path, moment) : statSync(path).mtimeMs > moment;
  });
}
