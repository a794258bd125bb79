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

interface Block {
  readonly line: number;
  readonly code: string;
  /** The requests that the page shows after the code. */
  readonly requests: readonly string[];
}

/** TypeScript, followed by the requests that it sends. */
const blocks: readonly Block[] = [...page.matchAll(/^```ts\n([\s\S]*?)^```\n(?:\n```http\n([\s\S]*?)^```\n)?/gm)].map(
  ({ index, 1: code = "", 2: requests = "" }) => ({
    line: page.slice(0, index).split("\n").length,
    code: withAssumed(code),
    requests: requests === "" ? [] : requests.trimEnd().split(/\n\n(?=[A-Z]+ )/),
  }),
);

function withAssumed(code: string): string {
  const names = [...assumed.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => name);
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code) && !code.includes(`const ${name} `));
  return `import { ${used.join(", ")} } from "./assumed.js";\n${code}export {};\n`;
}

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
