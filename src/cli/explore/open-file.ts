import { spawn } from "node:child_process";
import { reasonOf } from "../../diagnostics/reason-of.js";
import type { Environment } from "../terminal.js";

/** Milliseconds until a program that still runs counts as one that shows the file. */
const PATIENCE = 3000;

export interface OpenOptions {
  readonly env: Environment;
  readonly platform?: NodeJS.Platform;
}

/** Opens a file in the program that the user has for it. Gives the reason for a failure. */
export async function openFile(
  path: string,
  { env, platform = process.platform }: OpenOptions,
): Promise<string | undefined> {
  const [program, ...args] = commandFor(path, platform);
  const child = spawn(program, args, {
    env: { ...env, ...(platform === "win32" && { [PATH_VARIABLE]: path }) },
    stdio: "ignore",
    detached: true,
    // The quotes are those of cmd, not of the C runtime.
    windowsVerbatimArguments: true,
  });
  child.unref();
  return new Promise((done) => {
    const timer = setTimeout(() => done(undefined), PATIENCE);
    const end = (reason: string | undefined) => {
      clearTimeout(timer);
      done(reason);
    };
    child.once("error", (failure) => end(reasonOf(failure)));
    child.once("exit", (code) => end(code === 0 || code === null ? undefined : `${program} ended with ${code}`));
  });
}

/**
 * Holds the path for cmd, which replaces `%name%` in its command line and cannot escape it there. What it puts in for
 * `!name!` later, it does not read again.
 */
const PATH_VARIABLE = "ODATA_CODEGEN_PAGE";

function commandFor(path: string, platform: NodeJS.Platform): readonly [program: string, ...args: string[]] {
  if (platform === "darwin") return ["open", path];
  // The first argument of `start` in quotes is a title.
  const start = ["/d", "/v:on", "/c", "start", '""', `"!${PATH_VARIABLE}!"`];
  return platform === "win32" ? ["cmd", ...start] : ["xdg-open", path];
}
