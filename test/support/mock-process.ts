import { spawn } from "node:child_process";
import { bin } from "../cli/run-cli.js";

/** `odata-codegen mock` in a process of its own. */
export interface MockProcess {
  readonly origin: string;
  /** What it has written to standard error so far. */
  log(): string;
  /** Ends it as Ctrl+C does, and gives the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts the shipped program on a free port, and waits for its address. */
export async function startMock(cwd: string, ...args: readonly string[]): Promise<MockProcess> {
  const child = spawn(process.execPath, [bin, "mock", ...args, "--port", "0"], { cwd });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let log = "";
  child.stderr.on("data", (chunk) => (log += String(chunk)));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk) => resolve(String(chunk)));
    child.once("exit", (code) => reject(new Error(`mock ended with code ${code}:\n${log}`)));
  });
  const interrupt = (): Promise<number | null> => {
    child.kill("SIGINT");
    return ended;
  };
  return { origin: line.trim(), log: () => log, interrupt };
}
