import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goTo, NOT_FOUND, type Opened, startExplorer, visit } from "./explored.js";

const schemas = fileURLToPath(new URL("../../../schemas/intune-enrollment", import.meta.url));
const explorer = await startExplorer();
const TYPE = "#/type/microsoft.graph.importedDeviceIdentity";

describe.skipIf(explorer === undefined)("the page of a small service in Chromium", () => {
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    if (explorer === undefined) return;
    opened = await explorer.open(explorer.write("intune.html", [schemas]));
    page = opened.page;
  });
  afterAll(() => explorer?.stop());

  const heading = () => page.locator("h1").textContent();
  const search = () => page.getByRole("combobox", { name: "Search" });
  const active = () => page.locator('[role=option][aria-selected="true"]').textContent();

  it("opens from the disk with one request", async () => {
    expect(await page.title()).toBe("microsoft.graph.GraphService");
    expect(opened.requests).toHaveLength(1);
    expect(await page.locator("#data, #loading").count()).toBe(0);
  });

  it("goes from a search to a page by Enter", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("importeddeviceid");
    expect(await page.getByRole("search").getByRole("status").textContent()).toMatch(/^\d+ results$/);
    await page.keyboard.press("Enter");
    await expect.poll(heading).toBe("microsoft.graph.importedDeviceIdentity");
    expect(await page.title()).toMatch(/^microsoft\.graph\.importedDeviceIdentity · /);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
    expect(await search().getAttribute("aria-expanded")).toBe("false");
  });

  it("takes arrows through the results, around their ends", async () => {
    await search().fill("type:platform");
    const first = await active();
    expect(first).toContain("platform");
    await page.keyboard.press("ArrowUp");
    expect(await active()).toContain("as a page");
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe(first);
    const id = await search().getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${id}"]`).getAttribute("aria-selected")).toBe("true");
  });

  it("opens and folds a name of several types", async () => {
    await search().fill("prop:id");
    const options = page.getByRole("option");
    const folded = await options.count();
    await page.keyboard.press("ArrowRight");
    expect(await options.count()).toBeGreaterThan(folded);
    await page.keyboard.press("ArrowDown");
    expect(await active()).toContain("idmicrosoft.graph.");
    await page.keyboard.press("ArrowLeft");
    expect(await options.count()).toBe(folded);
  });

  it("clears the search by Escape, then returns to the page", async () => {
    await search().fill("platform");
    await page.keyboard.press("Escape");
    expect(await search().inputValue()).toBe("");
    expect(await page.getByRole("option").count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
  });

  it("shows its keys by ?, but not in a field", async () => {
    await search().fill("");
    await page.keyboard.type("?/");
    expect(await search().inputValue()).toBe("?/");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog", { name: "Keyboard and search" }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("scrolls to the member of a permalink, and marks it", async () => {
    await page.setViewportSize({ width: 1280, height: 300 });
    await goTo(page, `${TYPE}/platform`);
    const marked = page.locator(".marked");
    expect(await marked.count()).toBe(1);
    expect(await marked.textContent()).toContain("platform");
    const { y = -1, height = 0 } = (await marked.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y + Math.min(height, 100)).toBeLessThan(301);
  });

  it("goes back to where a page was scrolled to", async () => {
    await goTo(page, "#/namespace");
    await page.evaluate("scrollTo(0, 180)");
    await expect.poll(() => page.evaluate("scrollY")).toBe(180);
    await page.evaluate("new Promise(requestAnimationFrame)");
    await goTo(page, TYPE);
    expect(await page.evaluate("scrollY")).toBe(0);
    await page.goBack();
    await expect.poll(heading).toBe("Types");
    await expect.poll(() => page.evaluate("scrollY")).toBe(180);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("names what is nearest to a name that nothing has", async () => {
    const { title, links } = await visit(page, "#/type/microsoft.graph.platfrom");
    expect(title).toBe(NOT_FOUND);
    expect(links).toContain("#/type/microsoft.graph.platform");
    for (const fragment of ["#/constructor", "#/__proto__/x", "#/type", "#/req/GET", "#/%", "#/scope//"]) {
      await goTo(page, fragment);
      expect(await heading()).toBe(NOT_FOUND);
    }
  });

  it("is the same by its accessible names as before", async () => {
    await goTo(page, "#/");
    await expect(await page.locator("body").ariaSnapshot()).toMatchFileSnapshot("snapshots/home.txt");
    await search().fill("device");
    await expect(await page.getByRole("search").ariaSnapshot()).toMatchFileSnapshot("snapshots/search.txt");
    await search().fill("");
    await goTo(page, TYPE);
    await expect(await page.locator("main").ariaSnapshot()).toMatchFileSnapshot("snapshots/type.txt");
  });

  it("has no request but for itself, even when it is told to", async () => {
    expect(opened.complaints).toEqual([]);
    const outcome = await page.evaluate("fetch('https://example.com').catch((error) => `${error}`)");
    expect(outcome).toContain("TypeError");
    expect(opened.complaints.filter((text) => text.includes("Content Security Policy"))).not.toEqual([]);
    expect(opened.requests).toHaveLength(1);
  });
});
