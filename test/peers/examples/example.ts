/** The examples as their readers have them: with the packed tool, and the other packages from `test/peers/package.json`. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "../../support/npm.js";
import { installTool } from "../packed/install.js";

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
const made = new Set(["node_modules", "dist", "catalog"]);

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>> | string;
}

/** Copies an example to a new folder and installs what its `package.json` lists. */
export function installExample(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `odata-codegen-${name}-`)));
  cpSync(join(examples, name), folder, { recursive: true, filter: (path) => !made.has(basename(path)) });
  const { dependencies, devDependencies } = manifestIn(folder);
  const link = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name !== "odata-codegen");
  installTool(folder, { link });
  const commands = join(folder, "node_modules/.bin");
  mkdirSync(commands, { recursive: true });
  for (const name of link) {
    const { bin = {} } = manifestIn(join(folder, "node_modules", name));
    for (const [command, path] of Object.entries(typeof bin === "string" ? { [name]: bin } : bin)) {
      if (!existsSync(join(commands, command)))
        symlinkSync(realpathSync(join(folder, "node_modules", name, path)), join(commands, command));
    }
  }
  return folder;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** Runs a script of an example. Throws with what it printed when it fails. */
export function runScript(folder: string, name: string): string {
  const { status, stdout, stderr } = npm(folder, "run", name);
  if (status !== 0) throw new Error(`npm run ${name} failed:\n${stdout}${stderr}`);
  return stdout + stderr;
}

/** Starts the CAP project of an example on a free port, with the packages of the example. */
export async function startService(folder: string): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const serve = join(folder, "../node_modules/@sap/cds/bin/serve.js");
  const server = spawn(process.execPath, [serve, "all", "--in-memory"], {
    cwd: folder,
    env: { ...process.env, PORT: "0", NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = (): boolean => server.kill();
  process.once("exit", end);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  let log = "";
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: unknown): void => {
      log += String(chunk);
      const url = /listening on \{ url: '([^']+)' \}/.exec(log)?.[1];
      if (url !== undefined) resolve(url);
    };
    for (const stream of [server.stdout, server.stderr]) stream.on("data", read);
    server.once("exit", (code) => reject(new Error(`CAP ended with code ${code}:\n${log}`)));
  });
  return {
    origin,
    stop: () => {
      process.off("exit", end);
      end();
      return ended;
    },
  };
}
