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
    env: { ...env },
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

function commandFor(path: string, platform: NodeJS.Platform): readonly [program: string, ...args: string[]] {
  if (platform === "darwin") return ["open", path];
  // The first argument of `start` in quotes is a title.
  return platform === "win32" ? ["cmd", "/d", "/c", "start", '""', `"${path}"`] : ["xdg-open", path];
}
