import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startCap } from "../cap/cap-server.js";
import { generateClient } from "../cap/generate-client.js";
import { testRow, type Connected, type Row } from "./table.js";

const app = fileURLToPath(new URL("app", import.meta.url));

// Before the tests are collected: those of the app import the client.
const server = await startCap(new URL("library", import.meta.url));
afterAll(() => server.stop());
const serviceRoot = `${server.origin.replace("127.0.0.1", "localhost")}/odata/v2/library`;
generateClient(serviceRoot, join(app, "generated/v2"));
generateClient(serviceRoot.replace("/v2/", "/v4/"), join(app, "generated/v4"));

describe.each(["typescript", "typescript-5.9"])("the app under %s", (compiler) => {
  it("compiles", () => {
    const tsc = createRequire(import.meta.url).resolve(`${compiler}/bin/tsc`);
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", app], { encoding: "utf8" });
    expect(stdout).toBe("");
  });
});

/** What each module exports; it is imported by its path, since it compiles only with the generated client. */
interface Module {
  readonly rows?: readonly Row[];
  readonly steps?: (library: Connected) => void;
}

const module = (file: string): Promise<unknown> => import(pathToFileURL(join(app, file)).href);
const { connectTo } = (await module("library.ts")) as { readonly connectTo: (serviceRoot: string) => Connected };

for (const file of readdirSync(app).filter((file) => /\.(rows|steps)\.ts$/.test(file))) {
  const { rows = [], steps } = (await module(file)) as Module;
  describe(file.replace(/\.\w+\.ts$/, ""), () => {
    const library = connectTo(serviceRoot);
    it.each(rows)("$line: $name", (row) => testRow(library, row));
    steps?.(library);
  });
}
