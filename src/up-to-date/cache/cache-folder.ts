import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import process from "node:process";

const ownFolder = "odata-codegen";

/**
 * The folder for records of runs, which is not under version control: in the `node_modules` of the nearest package above
 * an output folder, else in the user's cache. Undefined if there is none.
 */
export function cacheFolder(output: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  for (let folder = dirname(output); folder !== dirname(folder); folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    // A package of a workspace may have none of its own, and gets none for this.
    if (existsSync(join(folder, "package.json")) && existsSync(modules)) return join(modules, ".cache", ownFolder);
  }
  const cache = userCache(env);
  return cache === undefined ? undefined : join(cache, ownFolder);
}

/** `$XDG_CACHE_HOME` counts if it is absolute (XDG Base Directory Specification, "Environment variables"). */
function userCache({ XDG_CACHE_HOME = "", LOCALAPPDATA = "" }: NodeJS.ProcessEnv): string | undefined {
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === "win32" && isAbsolute(LOCALAPPDATA)) return LOCALAPPDATA;
  try {
    return join(homedir(), ".cache");
  } catch {
    return undefined; // a user without home folder
  }
}
