import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumOrSkip } from "../browser/chromium.js";
import { run } from "../packed/install.js";
import { installExample, runScript, startService } from "./example.js";

const folder = installExample("cap-react");
const unpacked = mkdtempSync(join(tmpdir(), "odata-codegen-chromium-"));
const service = await startService(join(folder, "service"));
const root = `${service.origin}/odata/v4/catalog`;
afterAll(async () => {
  await service.stop();
  for (const path of [folder, unpacked]) rmSync(path, { recursive: true, force: true });
});

describe("examples/cap-react, from the packed tool", () => {
  it("has the metadata of its service", async () => {
    const kept = readFileSync(join(folder, "schemas/catalog.xml"), "utf8");
    expect(kept).toBe(await (await fetch(`${root}/$metadata`)).text());
  });

  it("generates without a word of complaint", () => {
    const { status, stderr } = run(folder, ["generate"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/warning|error/) as string });
  });

  it("generates, type-checks and builds by its script", () => {
    expect(runScript(folder, "build")).toContain("built in");
  });
});

const browser = await chromiumOrSkip(unpacked, "the examples in a browser");

describe.skipIf(browser === undefined)("examples/cap-react in Chromium", () => {
  let site: Awaited<ReturnType<typeof preview>>;
  let page: Page;
  const complaints: string[] = [];
  const posted: (string | null)[] = [];

  beforeAll(async () => {
    process.env["SERVICE"] = service.origin;
    site = await preview({ root: folder, logLevel: "warn", preview: { port: 0, host: "127.0.0.1" } });
    if (browser !== undefined) page = await browser.newPage();
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("request", (request) => request.method() === "POST" && posted.push(request.postData()));
    await page.goto(site.resolvedUrls?.local[0] ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await site.close();
  });

  const titles = (): Promise<string[]> => page.locator("li strong").allTextContents();
  const count = (): Promise<string | null> => page.textContent("#count");
  const fill = (name: string, text: string): Promise<void> => page.fill(`[name=${name}]`, text);

  it("lists page by page", async () => {
    await expect.poll(titles).toEqual(["Emma", "Frankenstein", "Mansfield Park", "Moby-Dick", "Northanger Abbey"]);
    expect(await count()).toBe("12 books");
    for (const length of [10, 12]) {
      await page.click("#more");
      await expect.poll(titles).toHaveLength(length);
    }
    expect(await page.isVisible("#more")).toBe(false);
  });

  it("filters and orders", async () => {
    await page.fill("[type=search]", "Melville");
    await expect.poll(titles).toEqual(["Moby-Dick", "Omoo", "Typee"]);
    await page.click("text=by price");
    await expect.poll(titles).toEqual(["Moby-Dick", "Typee", "Omoo"]);
    await page.fill("[type=search]", "O'");
    await expect.poll(count).toBe("0 books");
    await page.fill("[type=search]", "");
    await expect.poll(count).toBe("12 books");
  });

  it("shows at each field what is wrong, and sends nothing", async () => {
    await fill("price", "1.999");
    await fill("stock", "1.5");
    await page.click("text=Add >> nth=-1");
    await expect
      .poll(() => page.locator("form output").allTextContents())
      .toEqual([
        "is missing",
        "must be a number with at most 4 digits before the point and 2 decimal places",
        "must be an integer from -2147483648 to 2147483647",
      ]);
    expect(posted).toEqual([]);
  });

  it("adds a book of an author from all pages of authors, and lists again", async () => {
    await fill("title", "Valperga");
    await fill("price", "19.99");
    await fill("stock", "4");
    await page.selectOption("[name=author_ID]", { label: "Mary Shelley" });
    await page.click("text=Add >> nth=-1");
    await expect.poll(count).toBe("13 books");
    expect((await titles())[0]).toBe("Valperga");
    expect(await page.locator("li").first().textContent()).toContain("by Mary Shelley, 19.99, 4 in stock");
    expect(posted.map((body) => JSON.parse(body ?? ""))).toEqual([
      { title: "Valperga", price: "19.99", stock: 4, author_ID: "a0000000-0000-4000-8000-000000000004" },
    ]);
    expect(await page.inputValue("[name=title]")).toBe("");
  });

  it("changes what it has read, unless another one has changed it", async () => {
    const first = page.locator("li").first();
    await first.getByRole("button").click();
    await expect.poll(() => first.textContent()).toContain("3 in stock");
    const { value } = (await (await fetch(`${root}/Books?$filter=title eq 'Valperga'`)).json()) as {
      readonly value: readonly { readonly ID: string }[];
    };
    await fetch(`${root}/Books/${value[0]?.ID}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": "*" },
      body: '{"stock":9}',
    });
    await first.getByRole("button").click();
    await expect.poll(() => page.textContent("[role=alert]")).toContain("Someone else has changed this book");
    await expect.poll(() => first.textContent()).toContain("9 in stock");
  });

  it("shows what the service answers", async () => {
    const error = { code: "429", message: "Please come back later." };
    await page.route("**/Books?*", (route) => route.fulfill({ status: 400, json: { error } }));
    await page.click("text=by stock");
    await expect.poll(() => page.textContent("[role=alert]")).toContain("Please come back later.");
  });

  it("has no errors of its own", () => {
    expect(complaints).toEqual([]);
  });
});
