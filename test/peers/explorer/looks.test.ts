import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goTo, NOT_FOUND, type Opened, startExplorer, visit } from "./explored.js";

const schemas = fileURLToPath(new URL("../../../schemas/intune-enrollment", import.meta.url));
const explorer = await startExplorer();
const before = mkdtempSync(join(tmpdir(), "odata-codegen-before-"));
const TYPE = "#/type/microsoft.graph.importedDeviceIdentity";

/** The service as it was: a property of another name, and an enum member less. */
function writeBefore(): void {
  cpSync(schemas, before, { recursive: true });
  const file = join(before, "metadata.xml");
  const text = readFileSync(file, "utf8")
    .replace('Name="description" Type="Edm.String"', 'Name="remark" Type="Edm.String"')
    .replace('<Member Name="tvos" Value="7" />', "")
    .replace(/<EntityType /, '<ComplexType Name="formerIdentity"/>$&');
  writeFileSync(file, text);
}

describe.skipIf(explorer === undefined)("the page of a service and its version before", () => {
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    writeBefore();
    if (explorer === undefined) return;
    opened = await explorer.open(explorer.write("intune.html", [schemas], ["--against", before]), {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    page = opened.page;
  });
  afterAll(async () => {
    await explorer?.stop();
    rmSync(before, { recursive: true, force: true });
  });

  it("marks what changed on its type, lists it, and finds it", async () => {
    await goTo(page, TYPE);
    expect(await page.locator("main .badge.breaking").first().textContent()).toBe("breaking");
    await page.fill("#search", "changed:removed remark");
    expect(await page.getByRole("option").first().textContent()).toContain("remark");
    await page.keyboard.press("Enter");
    expect(await page.locator("main").textContent()).toContain("remark");
    expect(await page.locator("h1").textContent()).not.toBe(NOT_FOUND);
  });

  it("shows what became of a name that is gone", async () => {
    const { title, links } = await visit(page, `${TYPE}/remark`);
    expect(title).toBe("microsoft.graph.importedDeviceIdentity");
    expect(links).toContain("#/changes/microsoft.graph.importedDeviceIdentity");
    expect((await visit(page, "#/changes/microsoft.graph.importedDeviceIdentity")).title).toContain("Changes of");
    expect(await page.locator("main .change-list").textContent()).toContain("remark");
    expect((await visit(page, "#/type/microsoft.graph.formerIdentity")).title).toBe(NOT_FOUND);
    expect(await page.locator("main .changes").textContent()).toContain("type-removed");
  });

  it("shows the path of an entry point", async () => {
    await goTo(page, "#/");
    await page.getByRole("rowheader").getByRole("link", { name: "deviceManagement" }).click();
    await expect.poll(() => page.locator(".paths .marked code").first().textContent()).toBe("/deviceManagement");
  });

  it("shows what audit finds", async () => {
    const { title } = await visit(page, "#/findings");
    expect(title).toBe("Findings");
    expect(await page.locator("main summary, main li").count()).toBeGreaterThan(0);
  });

  it("copies a name", async () => {
    await goTo(page, TYPE);
    await page.getByRole("button", { name: /^Copy/ }).first().click();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("microsoft.graph.importedDeviceIdentity");
    await expect.poll(() => page.locator("main [role=status]").first().textContent()).toBe("Copied");
  });

  it("is dark where the system is", async () => {
    const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await background()).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await background()).toBe("rgb(20, 23, 26)");
  });

  it("has texts that stand out enough, light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const colors = await page.evaluate<
        string[]
      >(`["--text", "--quiet", "--link", "--good", "--caution", "--bad"].map((name) => {
        document.body.style.setProperty("color", "var(" + name + ")");
        return getComputedStyle(document.body).color;
      })`);
      const [page0, raised] = await page.evaluate<string[]>(`["--page", "--raised"].map((name) => {
        document.body.style.setProperty("background", "var(" + name + ")");
        return getComputedStyle(document.body).backgroundColor;
      })`);
      await page.evaluate('document.body.removeAttribute("style")');
      for (const color of colors)
        for (const ground of [page0, raised]) expect(contrast(color, ground ?? "")).toBeGreaterThan(4.5);
    }
  });

  it("prints the page without what needs a screen", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    expect(await page.getByRole("combobox").count()).toBe(0);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(5_000);
    await page.emulateMedia({ media: "screen" });
  });

  it("fits a narrow screen", async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    for (const fragment of ["#/", TYPE, "#/findings", "#/changes", "#/requests", "#/search/device"]) {
      await goTo(page, fragment);
      expect({ fragment, width: await page.evaluate("document.documentElement.scrollWidth") }).toEqual({
        fragment,
        width: 400,
      });
    }
    expect(opened.complaints).toEqual([]);
  });
});

/** The contrast of two colors as browsers write them: `rgb(1, 2, 3)` (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((text) => {
    const part = Number(text) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
