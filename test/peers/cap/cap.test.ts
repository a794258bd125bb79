import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { contentOf, temporaryFolder } from "../../support/temporary-folder.js";
import { generateClient } from "./generate-client.js";
import { startWorkshop } from "./workshop-server.js";

const app = fileURLToPath(new URL("app", import.meta.url));

// Before the tests are collected: those of the app import the client.
const server = await startWorkshop();
afterAll(() => server.stop());
const generated = join(app, "generated");
generateClient(server.serviceRoot, generated);

describe.each(["typescript", "typescript-5.9"])("the app under %s", (compiler) => {
  it("compiles", () => {
    const tsc = createRequire(import.meta.url).resolve(`${compiler}/bin/tsc`);
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", app], { encoding: "utf8" });
    expect(stdout).toBe("");
  });
});

it("the client is the same from the metadata in JSON", () => {
  const folder = temporaryFolder();
  generateClient(server.serviceRoot, folder, "json");
  const code = (of: string): object => ({ ...contentOf(of), ".odata-codegen.json": "" });
  expect(code(folder)).toEqual(code(generated));
});

/** What each module of steps exports; it is imported by its path, since it compiles only with the generated client. */
interface Steps {
  readonly steps: (workshop: unknown) => void;
}

const { connectTo } = (await import(pathToFileURL(join(app, "workshop.ts")).href)) as {
  readonly connectTo: (serviceRoot: string) => unknown;
};

for (const file of readdirSync(app).filter((file) => file.endsWith(".steps.ts"))) {
  const { steps } = (await import(pathToFileURL(join(app, file)).href)) as Steps;
  describe(file.replace(".steps.ts", ""), () => steps(connectTo(server.serviceRoot)));
}
