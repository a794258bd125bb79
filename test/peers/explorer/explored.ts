import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { runBin } from "../../cli/run-cli.js";
import { chromiumOrSkip } from "../browser/chromium.js";

/** A browser with a folder for the files that it opens. */
export interface Explorer {
  /** Writes the file of `explore` for some inputs, and gives its path. */
  write(name: string, inputs: readonly string[], options?: readonly string[]): string;
  open(file: string, options?: BrowserContextOptions): Promise<Opened>;
  stop(): Promise<void>;
}

/** A page with what it did that it must not do. */
export interface Opened {
  readonly page: Page;
  /** Errors, messages of the console and dialogs. */
  readonly complaints: readonly string[];
  /** The addresses that were asked for. */
  readonly requests: readonly string[];
}

/** Undefined, with a word on the standard error, where the browser cannot start. */
export async function startExplorer(): Promise<Explorer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-explorer-"));
  const browser = await chromiumOrSkip(folder, "the tests of the explorer");
  if (browser !== undefined) return explorerOf(browser, folder);
  rmSync(folder, { recursive: true, force: true });
  return undefined;
}

function explorerOf(browser: Browser, folder: string): Explorer {
  return {
    write(name, inputs, options = []) {
      const file = join(folder, name);
      const { code, stderr } = runBin(process.cwd(), ["explore", ...inputs, "--output", file, "--quiet", ...options]);
      if (code !== 0) throw new Error(`odata-codegen explore ended with ${code}:\n${stderr}`);
      return file;
    },
    open: (file, options) => openIn(browser, file, options),
    async stop() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openIn(browser: Browser, file: string, options?: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("h1");
  return { page, complaints, requests };
}

/** Goes to a place of the page as a link does, and waits until it is shown. */
export async function goTo(page: Page, fragment: string): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const before = location.hash;
    location.hash = ${JSON.stringify(fragment)};
    if (location.hash === before) resolve();
    else addEventListener("hashchange", () => resolve(), { once: true });
  })`);
}

/** Goes to a place, and gives its title with the places that it links to. */
export async function visit(page: Page, fragment: string): Promise<{ title: string; links: string[] }> {
  await goTo(page, fragment);
  const title = (await page.locator("h1").textContent()) ?? "";
  const links = page.locator('main a[href^="#"]');
  return { title, links: await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")) };
}

export const NOT_FOUND = "Nothing has this name";
