import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** A running CAP server. */
export interface CapServer {
  readonly origin: string;
  stop(): Promise<void>;
}

const serve = createRequire(import.meta.url).resolve("@sap/cds/bin/serve.js");

/**
 * Starts the services of a project with an empty database in memory, on a free port. The server ends with this process,
 * even if it is not stopped.
 */
export async function startCap(project: URL): Promise<CapServer> {
  const server = spawn(process.execPath, [serve, "all", "--in-memory"], {
    cwd: fileURLToPath(project),
    env: { ...process.env, PORT: "0", NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let log = "";
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (log += String(chunk)));
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const overdue = setTimeout(() => server.kill(), 60_000);
  const port = await new Promise<number>((resolve, reject) => {
    server.once("message", (message) => resolve(Number(message)));
    server.once("exit", (code) => reject(new Error(`CAP ended with code ${code}:\n${log}`)));
  });
  clearTimeout(overdue);
  const report = (code: number | null) => process.stderr.write(`CAP ended by itself, with code ${code}:\n${log}\n`);
  server.once("exit", report);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.off("exit", report);
      server.disconnect();
      return ended;
    },
  };
}
