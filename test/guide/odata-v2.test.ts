/** Compiles the code blocks of docs/odata-v2.md, runs them, and compares the requests that they send with the page. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, compilers } from "../support/compile.js";
import { generateTo, installRuntime } from "../support/generate.js";
import { fill } from "../support/temporary-folder.js";
import { blocksOf } from "./blocks.js";
import { erpFetch, sentToErp } from "./erp.js";

const page = readFileSync(fileURLToPath(new URL("../../docs/odata-v2.md", import.meta.url)), "utf8");

/** What a reader has before a block begins. */
const assumed = `import { createClient } from "./service/index.js";
export const client = createClient({ baseUrl: "https://erp.example/sap/opu/odata/sap/ZSALES_SRV" });
export const carrier = "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b";
export const password = "dXNlcjpwYXNz";
export const show = (..._values: readonly unknown[]): void => {};
`;

/** The folder of the client of each service, and the recordings that have its metadata. */
const services = { service: "gateway", people: "successfactors", trade: "v3-light" };

/** TypeScript, followed by the requests that it sends. */
const blocks = blocksOf(page, assumed, "http").map(({ shown, ...block }) => ({
  ...block,
  requests: shown === "" ? [] : shown.split(/\n\n(?=[A-Z]+ )/),
}));

describe("docs/odata-v2.md", () => {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-odata-v2-"));
  const { fetch } = globalThis;
  beforeAll(async () => {
    installRuntime(folder);
    for (const [name, service] of Object.entries(services)) {
      const metadata = new URL(`../runtime/v2/recorded/services/${service}/metadata.xml`, import.meta.url);
      // One copy of the runtime is compiled; two more would be the same.
      const runtime = name === "service" ? "inline" : "package";
      await generateTo(join(folder, name), [fileURLToPath(metadata)], { runtime });
    }
    fill(folder, { "assumed.ts": assumed });
    fill(folder, Object.fromEntries(blocks.map(({ line, code }) => [`line-${line}.ts`, code])));
    globalThis.fetch = erpFetch as typeof fetch;
  });
  afterAll(() => {
    globalThis.fetch = fetch;
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(compilers)("compiles with %s", (compiler) => {
    expect(compile(folder, compiler, { unusedLocals: true, emit: compiler === "typescript" })).toBe("");
  });

  it.each(blocks)("line $line sends what the page shows", async ({ line, requests }) => {
    sentToErp.length = 0;
    await import(pathToFileURL(join(folder, `js/line-${line}.js`)).href);
    expect(sentToErp).toEqual(requests);
  });
});
