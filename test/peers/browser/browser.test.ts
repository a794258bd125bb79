import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateClient } from "../cap/generate-client.js";
import { startWorkshop, type WorkshopServer } from "../cap/workshop-server.js";
import { chromiumOrSkip } from "./chromium.js";
import { serve, serveFolder, type HttpServer } from "./http-server.js";

const source = fileURLToPath(new URL("page", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "odata-codegen-browser-"));
const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });

const browser = await chromiumOrSkip(folder, "the tests in a browser");
if (browser === undefined) removeFolder();

describe.skipIf(browser === undefined)("a page in Chromium, bundled by Vite", () => {
  let workshop: WorkshopServer;
  let site: HttpServer;
  let storage: HttpServer;
  let page: Page;
  const complaints: string[] = [];
  /** The header `authorization` of the requests to the storage, which is on another origin than the service. */
  const tokensInStorage: (string | undefined)[] = [];

  beforeAll(async () => {
    workshop = await startWorkshop();
    generateClient(workshop.serviceRoot, join(source, "generated"));
    const outDir = join(folder, "site");
    await build({ root: source, configFile: false, logLevel: "warn", build: { outDir, emptyOutDir: true } });
    storage = await serve(({ headers }, answer) => {
      tokensInStorage.push(headers.authorization);
      answer.setHeader("access-control-allow-origin", "*").end("from the storage");
    });
    site = await serveFolder(outDir, workshop.origin, { "moved=true": storage.origin });
    if (browser !== undefined) page = await browser.newPage();
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(site.origin);
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop();
    await storage.stop();
    await workshop.stop();
    removeFolder();
  });

  /** Sends a form, and waits until the page has shown how it ended. */
  async function send(form: string, fields: Readonly<Record<string, string>>): Promise<string | null> {
    for (const [name, value] of Object.entries(fields)) await page.fill(`#${form} [name=${name}]`, value);
    await page.click(`#${form} button`);
    return outcome();
  }

  async function outcome(): Promise<string | null> {
    await page.waitForFunction('document.getElementById("outcome").textContent !== ""');
    return page.textContent("#outcome");
  }

  it("compiles with the types of browsers alone", () => {
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    expect(spawnSync(process.execPath, [tsc, "-p", source], { encoding: "utf8" }).stdout).toBe("");
  });

  it("creates, and lists by a filter, over several pages of the service", async () => {
    for (const name of ["Web 1", "Web 2", "Web 3", "Web 4", "Other"]) {
      expect(await send("add", { name })).toBe(`added ${name}`);
    }
    expect(await send("find", { prefix: "Web" })).toBe("found");
    expect(await page.locator("#customers li").allTextContents()).toEqual(["Web 1", "Web 2", "Web 3", "Web 4"]);
  });

  it("shows what the service refuses", async () => {
    expect(await send("add", { name: "x".repeat(81) })).toMatch(/^ValidationError: .*name/);
    expect(await send("add", { name: "" })).toMatch(/^400: /);
  });

  it("changes what it created by its ETag, once", async () => {
    await send("add", { name: "Etta" });
    expect(await send("rename", { name: "Etta 2" })).toBe("renamed to Etta 2");
    expect(await send("rename", { name: "Etta 3" })).toBe("412: Precondition Failed");
  });

  it("uploads a file that the user picks, and downloads it", async () => {
    const text = "Rosin first.\n".repeat(20_000);
    await page.setInputFiles("#manual", { name: "manual.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    expect(await outcome()).toBe(`uploaded ${text.length} bytes`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
    expect(readFileSync(await download.path()).equals(Buffer.from(text))).toBe(true);
  });

  it("downloads what the service keeps elsewhere, which does not get the token", async () => {
    const [request] = await Promise.all([page.waitForRequest(/moved=true/), page.click("#moved")]);
    expect(await request.headerValue("authorization")).toBe("Bearer secret");
    expect(await outcome()).toBe("from the storage");
    expect(tokensInStorage).toEqual([undefined]);
  });

  it("asks for several things at once", async () => {
    await page.click("#overview");
    expect(await outcome()).toMatch(/^\d+ customers, light, not found$/);
  });

  it("has no errors of its own", () => {
    expect(complaints).toEqual([]);
  });
});
