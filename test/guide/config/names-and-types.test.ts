/** Compiles the code of "Names of yours" and "Types of yours" in docs/config.md, over what their configs give, and runs it. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { runCli } from "../../cli/run-cli.js";
import { compile } from "../../support/compile.js";
import { fill, temporaryFolder } from "../../support/temporary-folder.js";

const page = readFileSync(fileURLToPath(new URL("../../../docs/config.md", import.meta.url)), "utf8");
const input = fileURLToPath(new URL("orders.xml", import.meta.url));

/** The code blocks of a section in one language. */
function blocksIn(section: string, language: string): readonly string[] {
  const [, text = ""] = new RegExp(`^## ${section}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, "m").exec(page) ?? [];
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, code = ""]) => code);
}

/** A folder with the config of a section, the input that it names, and the code. */
async function generated(section: string, code: Readonly<Record<string, string>>): Promise<string> {
  const [config = ""] = blocksIn(section, "json");
  const folder = temporaryFolder({ "odata-codegen.config.json": config });
  cpSync(input, join(folder, "orders.xml"));
  fill(join(folder, "src"), code);
  const { code: status, stderr } = await runCli(folder, ["generate", "--runtime", "inline"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^✔ orders .*\n$/) as unknown });
  return join(folder, "src");
}

describe("names of yours", () => {
  it("compiles and has the names that the page tells", async () => {
    const [imports = ""] = blocksIn("Names of yours", "ts");
    const used =
      "export type Used = [Order, OrderCollectionRequests, OrderCreate, OrderStatus, SendOrderParameters, typeof orderSchema];\n";
    const folder = await generated("Names of yours", { "imports.ts": `${imports}${used}` });
    expect(compile(folder, "typescript-7.0")).toBe("");
  });
});

describe("types of yours", () => {
  const [values = "", use = "", check = ""] = blocksIn("Types of yours", "ts");
  const wrong = [
    'const plain: OrderCreate = { id: "x", placed: "2026-11-28T09:30:00Z" };',
    'const undated: OrderCreate = { id, placed: "yesterday" };',
    "const unchecked: OrderCreate = { ...body, total: 12.5 };",
    'void client.A_Order.byId("x").get();',
    'void client.A_Order.byId(id).send.post({ at: "now" });',
  ].map((line) => `// @ts-expect-error\n${line}`);
  const used = [
    "export const used = [placed, after, plain, undated, unchecked];",
    "export const phones = after.value.map(({ phone }): mapped.Phone | null | undefined => phone);",
    "await client.A_Order.get({",
    '  filter: filter((one) => one.phone.startswith("+49").and(one.total.gt(5))),',
    "});",
  ];

  it("compiles, refuses plain values, and sends what it would without them", async () => {
    const folder = await generated("Types of yours", {
      "values.ts": values,
      "use.ts": [use, ...wrong, ...used].join("\n"),
      "check.ts": check,
    });
    expect(compile(folder, "typescript-7.0", { emit: true })).toBe("");
    const sent: string[] = [];
    vi.stubGlobal("fetch", (url: string | URL) => {
      sent.push(decodeURIComponent(String(url)).replace("https://sales.example/api/", ""));
      return Promise.resolve(new Response(JSON.stringify({ placed: "2026-11-28T09:30:00Z", value: [{ phone: "1" }] })));
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    await import(pathToFileURL(join(folder, "js/use.js")).href);
    expect(sent.filter((url) => url.includes("filter") || url.endsWith("cdef)"))).toEqual([
      "A_Order(01234567-89ab-cdef-0123-456789abcdef)",
      "A_Order?$filter=placed gt 2026-01-01T00:00:00.000Z and id ne 01234567-89ab-cdef-0123-456789abcdef",
      "A_Order?$filter=startswith(phone,'+49') and total gt 5",
    ]);
    const { orderId } = (await import(pathToFileURL(join(folder, "js/check.js")).href)) as {
      readonly orderId: (text: string) => string;
    };
    expect(orderId("01234567-89ab-cdef-0123-456789abcdef")).toBe("01234567-89ab-cdef-0123-456789abcdef");
    expect(() => orderId("1")).toThrow("id");
  });
});
