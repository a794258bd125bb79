/** Compiles the code blocks of docs/client.md, runs them, and compares the requests that they send with the page. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasGrammar } from "../support/abnf/odata-grammar.js";
import { OdataUrls, type ServiceNames } from "../support/abnf/odata-url.js";
import { compile, compilers } from "../support/compile.js";
import { generateTo } from "../support/generate.js";
import { fill } from "../support/temporary-folder.js";
import { blocksOf } from "./blocks.js";
import { sent, shopFetch } from "./shop.js";

const page = readFileSync(fileURLToPath(new URL("../../docs/client.md", import.meta.url)), "utf8");

/** What a reader has before a block begins. */
const assumed = `import { createClient } from "./service/index.js";
export const client = createClient();
export const id = "01234567-89ab-cdef-0123-456789abcdef";
export const name = "Lamp & Sons";
export const link = "https://shop.example/v1/products/delta()?$deltatoken=7";
export const credential = (): string => "t0k3n";
export const bytes = new Uint8Array([80, 78, 71]);
export const show = (..._values: readonly unknown[]): void => {};
`;

/** The names in the URLs of the service. */
const names: ServiceNames = {
  entitySetName: ["products", "categories", "suppliers", "orders"],
  entityNavigationProperty: ["category"],
  entityColNavigationProperty: ["suppliers"],
  primitiveKeyProperty: ["id", "code", "number"],
  primitiveNonKeyProperty: ["name", "price", "released", "status", "title", "city", "note"],
  streamProperty: ["image"],
  complexProperty: ["size"],
  enumerationTypeName: ["Status"],
  namespacePart: ["shop"],
  action: ["export", "startUpload", "pay"],
  entityFunction: ["cheapest"],
  entityColFunction: ["delta"],
  primitiveFunction: ["report"],
  parameterName: ["status"],
  expressionAlias: ["n"],
};

/** TypeScript, followed by the requests that it sends. */
const blocks = blocksOf(page, assumed, "http").map(({ shown, ...block }) => ({
  ...block,
  requests: shown === "" ? [] : shown.split(/\n\n(?=[A-Z]+ )/),
}));

describe("docs/client.md", () => {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-guide-"));
  const { fetch } = globalThis;
  beforeAll(async () => {
    const options = { baseUrl: "https://shop.example/v1", keysOnCreate: "optional" } as const;
    await generateTo(join(folder, "service"), [fileURLToPath(new URL("shop.xml", import.meta.url))], options);
    fill(folder, { "assumed.ts": assumed });
    fill(folder, Object.fromEntries(blocks.map(({ line, code }) => [`line-${line}.ts`, code])));
    globalThis.fetch = shopFetch as typeof fetch;
  });
  afterAll(() => {
    globalThis.fetch = fetch;
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(compilers)("compiles with %s", (compiler) => {
    expect(compile(folder, compiler, { unusedLocals: true, emit: compiler === "typescript" })).toBe("");
  });

  it.each(blocks)("line $line sends what the page shows", async ({ line, requests }) => {
    sent.length = 0;
    await import(pathToFileURL(join(folder, `js/line-${line}.js`)).href);
    expect(sent).toEqual(requests);
  });

  it.skipIf(!hasGrammar)("shows URLs of the grammar of OData", () => {
    const urls = new OdataUrls(names);
    const shown = blocks.flatMap(({ requests }) => requests.map((request) => request.split(/[ \n]/)[1] ?? ""));
    const own = shown.filter((url) => !/^https:|^\/(?:jobs|files)\//.test(url));
    expect(own.length).toBeGreaterThan(30);
    expect(own.flatMap((url) => urls.fault(`/v1${url}`, "/v1") ?? [])).toEqual([]);
  });
});
