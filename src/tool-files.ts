import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "./package-root.js";

/** What output depends on besides the inputs: the code, the templates, and the runtime that is copied. */
const folders = [
  new URL(".", import.meta.url),
  new URL("templates", packageRoot),
  new URL("src/runtime", packageRoot),
].map((url) => fileURLToPath(url));

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
