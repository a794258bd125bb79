import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageFile } from "../../../src/explore/file/page-file.js";
import { fragmentOf, type Route } from "../../../src/explorer/routes/route.js";
import { explorerParts } from "../../../src/installation/explorer.js";
import { runCli } from "../../cli/run-cli.js";
import { corpus } from "../../support/corpus.js";
import { hostileData, hostileTexts } from "./hostile-data.js";
import { type Opened, startExplorer, visit } from "./explored.js";

const explorer = await startExplorer();
const folder = mkdtempSync(join(tmpdir(), "odata-codegen-hostile-"));
const documents = join(corpus, "hostile");

/** Elements that nothing of ours makes. */
const foreign = "script:not([type=module]), img, iframe, object, embed, base, marquee, title ~ title, [onerror]";

describe.skipIf(explorer === undefined)("texts that are hostile", () => {
  let opened: Opened;
  beforeAll(async () => {
    const file = join(folder, "hostile.html");
    writeFileSync(file, pageFile(hostileData, explorerParts(true)));
    if (explorer !== undefined) opened = await explorer.open(file);
  });
  afterAll(async () => {
    await explorer?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("stay text on every page", async () => {
    const { page } = opened;
    const seen = new Set(["#/", "#/search/alert", "#/search/o", "#/findings", "#/changes", "#/namespace"]);
    for (const fragment of seen) {
      const { links } = await visit(page, fragment);
      expect({ fragment, foreign: await page.locator(foreign).count() }).toEqual({ fragment, foreign: 0 });
      if (seen.size < 200) for (const link of links) seen.add(link);
    }
    expect(seen.size).toBeGreaterThan(150);
    expect(opened).toMatchObject({ complaints: [], requests: { length: 1 } });
  });

  it("name their own page", async () => {
    const routes = hostileTexts.flatMap((name): [Route, string][] => [
      [["type", `ns.${name}`], `ns.${name}`],
      [["op", `calls.${name}`], `calls.${name}`],
    ]);
    for (const [route, title] of routes) {
      const shown = await visit(opened.page, fragmentOf(route));
      expect(shown.title).toBe(title);
    }
  });

  it("are found by a search, and stay text there", async () => {
    for (const words of ["<script>", "__proto__", "onerror", "%2F", "long"]) {
      await opened.page.fill("#search", words);
      expect(await opened.page.getByRole("option").count()).toBeGreaterThan(1);
      expect(await opened.page.locator(foreign).count()).toBe(0);
    }
  });

  it("make no link that runs a program", async () => {
    const addresses = await opened.page
      .locator("a")
      .evaluateAll((links) => links.map((link) => `${link.getAttribute("href")}`));
    expect(addresses.filter((address) => !/^(?:#|https:)/.test(address))).toEqual([]);
  });

  const names = existsSync(documents) ? readdirSync(documents).filter((name) => /^s.*\.(?:xml|md)$/.test(name)) : [];
  it.skipIf(names.length === 0)("of documents stay text", async () => {
    let written = 0;
    for (const name of names) {
      const file = join(folder, `${name}.html`);
      await runCli(folder, ["explore", join(documents, name), "--output", file, "--quiet"]);
      if (!existsSync(file) || explorer === undefined) continue;
      written++;
      const { page, complaints, requests } = await explorer.open(file);
      for (const link of (await visit(page, "#/")).links.slice(0, 2)) await visit(page, link);
      expect({ name, foreign: await page.locator(foreign).count(), complaints, requests: requests.length }).toEqual({
        name,
        foreign: 0,
        complaints: [],
        requests: 1,
      });
      await page.context().close();
    }
    expect(written).toBeGreaterThan(6);
  });
});
