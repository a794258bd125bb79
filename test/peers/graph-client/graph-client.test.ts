import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { Client } from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { generateTo } from "../../support/generate.js";
import { differencesPage, pagePath, type Compared } from "./differences-page.js";
import { normalRequest } from "./normal-request.js";
import { startRecording, type Recorded, type RecordingServer } from "./recording-server.js";

const folder = fileURLToPath(new URL("calls", import.meta.url));
const generated = join(folder, "generated");
const page = fileURLToPath(new URL("../../../docs/client-differences.md", import.meta.url));
const graphOrigin = "https://graph.microsoft.com";

/** What the modules of calls export; they are imported by their path, since they compile only with the generated client. */
interface Call {
  readonly page: string;
  readonly ours: (client: unknown) => PromiseLike<unknown>;
  readonly theirs: (graph: Client) => Promise<unknown>;
  readonly difference?: string;
}

async function load(file: string): Promise<unknown> {
  return import(pathToFileURL(join(folder, file)).href);
}

describeWithCorpus("requests to Microsoft Graph, beside those of @microsoft/microsoft-graph-client", () => {
  let server: RecordingServer;
  const compared: (Compared & { readonly ours: Recorded; readonly theirs: Recorded })[] = [];

  beforeAll(async () => {
    rmSync(generated, { recursive: true, force: true });
    await generateTo(generated, [join(corpus, "graph/v1.0-2026-08.csdl")], { emit: ["types", "client"] });
    server = await startRecording();
    const send = globalThis.fetch;
    // Theirs sends its token to the hosts of Graph alone.
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => send(url.replace(graphOrigin, server.origin), init));
    const { createClient } = (await load("generated/client.ts")) as { createClient: (options: object) => unknown };
    const client = createClient({ baseUrl: `${graphOrigin}/v1.0`, credential: () => "token" });
    const graph = Client.init({ authProvider: (done) => done(null, "token") });
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".calls.ts"))) {
      const { calls } = (await load(file)) as { readonly calls: readonly Call[] };
      for (const { page, difference, ...call } of calls) {
        const ours = await server.requestOf(() => call.ours(client));
        const theirs = await server.requestOf(() => call.theirs(graph));
        compared.push({ page, difference, ours, theirs, request: normalRequest(ours) });
      }
    }
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    server.stop();
  });

  it("are made by calls that compile", () => {
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    expect(spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout).toBe("");
  });

  it("are on reference pages", () => {
    const files = compared.map(({ page }) => join(corpus, "docs", pagePath(page)));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("have equal methods, URLs, headers and bodies, but for the explained ones", () => {
    const pairs = compared.map(({ page, difference, ours, theirs }) => {
      const pair = { page, ours: normalRequest(ours), theirs: normalRequest(theirs) };
      return { ...pair, isExplained: difference !== undefined, isEqual: isDeepStrictEqual(pair.ours, pair.theirs) };
    });
    expect(pairs.filter(({ isExplained, isEqual }) => isExplained === isEqual)).toEqual([]);
    expect(pairs.filter(({ isEqual }) => isEqual).length).toBeGreaterThanOrEqual(40);
  });

  it("differ in the headers that the documentation names", () => {
    const headersOf = (recorded: Recorded) => `${recorded.headers["accept"]} ${"sdkversion" in recorded.headers}`;
    const ours = new Set(compared.map((pair) => headersOf(pair.ours)));
    const theirs = new Set(compared.map((pair) => headersOf(pair.theirs)));
    expect([...ours].sort()).toEqual(["*/* false", "application/json false"]);
    expect([...theirs]).toEqual(["*/* true"]);
  });

  it("are listed in the documentation (npm run test:peers -- --update writes it)", async () => {
    await expect(differencesPage(compared)).toMatchFileSnapshot(page);
  });
});
