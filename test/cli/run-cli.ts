import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

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
