import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { generateClient } from "../cap/generate-client.js";
import { startWorkshop } from "../cap/workshop-server.js";

const app = fileURLToPath(new URL("app", import.meta.url));

// Before the tests are collected: those of the app import the client.
const server = await startWorkshop();
afterAll(() => server.stop());
generateClient(server.serviceRoot, join(app, "generated"), "xml", ["--emit", "types,client,query"]);

it.each(["typescript-5.9", "typescript-7.0"])("what the library infers, under %s", (compiler) => {
  const tsc = createRequire(import.meta.url)
    .resolve(`${compiler}/package.json`)
    .replace("package.json", "bin/tsc");
  expect(spawnSync(process.execPath, [tsc, "-p", app], { encoding: "utf8" }).stdout).toBe("");
});

/** What each module of steps exports; it is imported by its path, since it compiles only with the generated client. */
interface Steps {
  readonly steps: (client: unknown, sent: unknown) => void;
}

async function imported(file: string): Promise<unknown> {
  return import(pathToFileURL(join(app, file)).href);
}

const { connectTo } = (await imported("workshop.ts")) as {
  connectTo(serviceRoot: string): { client: unknown; sent: unknown };
};

for (const file of ["core.steps.ts", "react.steps.tsx"]) {
  const { steps } = (await imported(file)) as Steps;
  const { client, sent } = connectTo(server.serviceRoot);
  describe(file.replace(/\.steps.*/, ""), () => steps(client, sent));
}
