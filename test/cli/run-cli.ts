import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { run } from "../../src/cli/run.js";
import { nodeTerminal } from "../../src/cli/terminal.js";

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command line in this process, with pipes for streams, a clock that stands and no environment but the given one. */
export async function runCli(
  cwd: string,
  args: readonly string[],
  { env = {} }: Pick<CliOptions, "env"> = {},
): Promise<CliRun> {
  const [stdout, stderr] = [new Captured(), new Captured()];
  const code = await run(
    args,
    nodeTerminal({ stdout, stderr, env, cwd: () => cwd }, unexpected, () => 0),
  );
  return { code, stdout: stdout.text, stderr: stderr.text };
}

export function unexpected(stream: string, failure: Error): never {
  throw new Error(`the ${stream} cannot be written`, { cause: failure });
}

class Captured extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** The shipped program. */
export const bin = fileURLToPath(new URL("../../lib/odata-codegen.js", import.meta.url));

/** Runs the shipped program in a process of its own, with pipes for streams and no color variables but the given ones. */
export function runBin(cwd: string, args: readonly string[], { input = "", env = {} }: CliOptions = {}): CliRun {
  if (!existsSync(bin)) throw new Error("lib/odata-codegen.js is missing; build first (npm run build)");
  const { FORCE_COLOR: _, NO_COLOR: __, ODATA_CODEGEN_DEBUG: ___, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    env: { ...inherited, ...env },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}
