import { spawnSync, type SpawnSyncReturns } from "node:child_process";

/** Runs npm in a folder. */
export function npm(cwd: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  // Variables that npm sets for the scripts it runs would make these runs ones about the outer package.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/.test(name)));
  return spawnSync("npm", args, { cwd, env, encoding: "utf8", shell: process.platform === "win32" });
}
