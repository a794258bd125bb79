/** The mock on a port, as an app in a browser that Playwright drives reads and writes it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MockProcess, startMock } from "../../support/mock-process.js";
import { fill } from "../../support/temporary-folder.js";
import { chromiumOrSkip } from "../browser/chromium.js";
import { type HttpServer, serve } from "../browser/http-server.js";

const trippin = fileURLToPath(new URL("../../docs/services/trippin.xml", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "odata-codegen-mock-page-"));
const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
fill(folder, { "data/Airlines.json": '[{ "AirlineCode": "AA", "Name": "American Airlines" }]' });

/** An app that lists the airlines of the service that its address names, and adds one. */
const app = `<!doctype html><ul id="airlines"></ul><button>Add</button><script type="module">
const root = new URLSearchParams(location.search).get("service");
const headers = { "content-type": "application/json" };
async function list() {
  const { value } = await (await fetch(root + "/Airlines")).json();
  airlines.replaceChildren(...value.map(({ Name }) => Object.assign(document.createElement("li"), { textContent: Name })));
}
document.querySelector("button").onclick = async () => {
  const body = JSON.stringify({ AirlineCode: "FM", Name: "Shanghai Airline" });
  await fetch(root + "/Airlines", { method: "POST", headers, body });
  await list();
};
await list();
</script>`;

const browser = await chromiumOrSkip(folder, "the mock below a page");
if (browser === undefined) removeFolder();

describe.skipIf(browser === undefined)("an app in Chromium, with the mock on a port", () => {
  let mock: MockProcess;
  let site: HttpServer;
  let page: Page;

  beforeAll(async () => {
    mock = await startMock(folder, trippin, "--data", "data");
    site = await serve((_, answer) => answer.setHeader("content-type", "text/html").end(app));
    if (browser !== undefined) page = await browser.newPage();
    await page.goto(`${site.origin}/?service=${encodeURIComponent(mock.origin)}`);
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop();
    await mock.interrupt();
    removeFolder();
  });

  it("shows what the mock has", async () => {
    await expect.poll(() => page.locator("li").allTextContents()).toEqual(["American Airlines"]);
  });

  it("shows what it created there", async () => {
    await page.getByRole("button", { name: "Add" }).click();
    await expect.poll(() => page.locator("li").allTextContents()).toEqual(["American Airlines", "Shanghai Airline"]);
    expect(mock.log()).toContain("201 POST /Airlines\n");
  });
});
