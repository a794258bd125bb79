import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "./package.js";

/** The code with the runtime that is copied, and the templates: what output depends on besides the inputs. */
const folders = ["src", "dist", "lib", "templates"]
  .map((folder) => fileURLToPath(new URL(folder, packageRoot)))
  .filter((folder) => existsSync(folder));

/**
 * Whether a file of the tool changed after a moment, in milliseconds, as in development. An installed tool changes as a
 * whole, which its build tells.
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
