import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../../src/cli/run.js";
import type { Output } from "../../src/cli/terminal.js";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
if (!existsSync(main)) throw new Error("dist/cli/main.js is not there; npm test builds it first");

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command line in a folder, with pipes for streams and no colour variables but those given. */
export function runCli(cwd: string, args: readonly string[], { input = "", env = {} }: CliOptions = {}): CliRun {
  const { FORCE_COLOR: _, NO_COLOR: __, ODATA_CODEGEN_DEBUG: ___, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    input,
    env: { ...inherited, ...env },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

/** The same without a process of its own, for the many cases that end before anything is read. */
export async function runHere(cwd: string, args: readonly string[]): Promise<CliRun> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const output = (written: string[]): Output => ({
    isTerminal: false,
    color: false,
    columns: undefined,
    write: (text) => void written.push(text),
  });
  const code = await run(args, { cwd, env: {}, out: output(stdout), err: output(stderr) });
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}
