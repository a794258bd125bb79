import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { median } from "../measure/rounds.mjs";

// A package of the bench brings an older version of its own.
const { createJiti } = createRequire(new URL("../../package.json", import.meta.url))("jiti");

/** The browser is that of the tests against peers, which has its packages there. */
const peers = fileURLToPath(new URL("../../test/peers", import.meta.url));

const words = ["u", "user", "mail", "displayName", "sendMail", "enrollment state", "sendmial", "dispalyname"];
const filters = ["user mail", "returns:user", "req:users", "GET /users", "microsoft.graph.user", "messges"];

/**
 * What a page of `explore` takes: seconds until it is shown, of the slowest search and of the page of `user`, each the
 * median of five; and the heap in MB.
 */
export async function inBrowser(file, folder) {
  const browser = await started(join(folder, "chromium"));
  try {
    const url = pathToFileURL(file).href;
    const loads = [];
    for (let run = 0; run < 5; run++) loads.push(await load(browser, url));
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction('performance.getEntriesByName("ready").length > 0');
    const { searches, shown } = await page.evaluate(`(${measure})(${JSON.stringify([...words, ...filters])})`);
    return {
      ready: median(loads) / 1000,
      query: Math.max(...searches.map(median)) / 1000,
      page: median(shown) / 1000,
      heap: (await heapOf(page)) / 1e6,
    };
  } finally {
    await browser.close();
  }
}

async function started(folder) {
  if (!existsSync(join(peers, "node_modules/playwright-core")))
    spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: peers });
  mkdirSync(folder, { recursive: true });
  const { startChromium } = await createJiti(import.meta.url).import(join(peers, "browser/chromium.ts"));
  return startChromium(folder);
}

async function load(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction('performance.getEntriesByName("ready").length > 0');
  const ready = await page.evaluate('performance.getEntriesByName("ready")[0].startTime');
  await context.close();
  return ready;
}

async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

/** Runs in the page, which is laid out before each time is read. */
const measure = `async (words) => {
  const input = document.getElementById("search");
  const timed = (run) => {
    const start = performance.now();
    run();
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  const search = (word) => timed(() => {
    input.value = word;
    input.dispatchEvent(new Event("input"));
  });
  const searches = words.map((word) => Array.from({ length: 5 }, () => search(word)));
  search("");
  const show = (hash) => new Promise((resolve) => {
    let start = 0;
    addEventListener("hashchange", () => resolve(timed(() => {}) + performance.now() - start), { once: true });
    start = performance.now();
    location.hash = hash;
  });
  const shown = [];
  for (let run = 0; run < 5; run++) {
    await show("#/");
    shown.push(await show("#/type/microsoft.graph.user"));
  }
  return { searches, shown };
}`;
