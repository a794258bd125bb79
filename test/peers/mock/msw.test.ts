/** The mock behind Mock Service Worker, in the one line that docs/testing.md shows. */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, expect, it } from "vitest";
import { runCli } from "../../cli/run-cli.js";

interface Output {
  createMock(options: object): { readonly baseUrl: string; fetch(request: Request): Promise<Response> };
  createClient(options: object): { readonly People: { get(query: object): Promise<{ value: readonly object[] }> } };
}

const trippin = fileURLToPath(new URL("../../docs/services/trippin.xml", import.meta.url));
const folder = mkdtempSync(join(realpathSync(tmpdir()), "odata-codegen-mock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { code, stderr } = await runCli(folder, ["generate", trippin, "-o", "out", "--emit", "mock"]);
if (code !== 0) throw new Error(stderr);
const load = async (file: string): Promise<Output> =>
  // What the generated modules export.
  (await import(pathToFileURL(join(folder, "out", file)).href)) as Output;
const { createMock } = await load("mock.ts");
const { createClient } = await load("index.ts");

const mock = createMock({ seed: 1 });
const server = setupServer(http.all(`${mock.baseUrl}/*`, ({ request }) => mock.fetch(request)));
server.listen({ onUnhandledRequest: "error" });
afterAll(() => server.close());

it("is the line that the page shows", () => {
  const line = "setupServer(http.all(`${mock.baseUrl}/*`, ({ request }) => mock.fetch(request)));";
  const page = readFileSync(new URL("../../../docs/testing.md", import.meta.url), "utf8");
  expect(page).toContain(line);
  expect(readFileSync(fileURLToPath(import.meta.url), "utf8")).toContain(`const server = ${line}`);
});

it("answers fetch", async () => {
  const response = await fetch(`${mock.baseUrl}/People?$top=2&$select=UserName`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ value: [{}, {}] });
  expect((await fetch(`${mock.baseUrl}/Nobody`)).status).toBe(404);
});

it("answers the client, which knows nothing of it", async () => {
  const { value } = await createClient({ baseUrl: mock.baseUrl }).People.get({ top: 2 });
  expect(value).toHaveLength(2);
});
