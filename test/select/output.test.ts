import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { compile, compilers } from "../support/compile.js";
import { generateTo, installRuntime } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { metadata } from "./shop.js";

const enrollment = fileURLToPath(new URL("../../schemas/intune-enrollment", import.meta.url));

/** A declaration of the output without the documentation before it, by its first words. */
function declaration(text: string, start: string): string | undefined {
  return text.split("\n\n").flatMap((block) => block.split(/(?<=\*\/\n)/).filter((part) => part.startsWith(start)))[0];
}

describe("output for a part of a service", () => {
  it("is the whole when no pattern is given", async () => {
    const [plain, given] = [temporaryFolder(), temporaryFolder()];
    await generateTo(plain, [enrollment]);
    await generateTo(given, [enrollment], { include: [], exclude: [] });
    expect(contentOf(given)).toEqual(contentOf(plain));
  });

  it("holds the documented request of a method, with the names that the whole has", async () => {
    const [folder, whole] = [temporaryFolder(), temporaryFolder()];
    await generateTo(join(folder, "output"), [enrollment], { include: ["/**/importedDeviceIdentities/**#PATCH"] });
    await generateTo(whole, [enrollment]);
    const client = readFileSync(join(folder, "output/client.ts"), "utf8");
    const types = readFileSync(join(folder, "output/types.ts"), "utf8");
    expect(client).toContain("`PATCH /deviceManagement/importedDeviceIdentities/{importedDeviceIdentityId}`");
    expect(client).not.toContain("POST");
    expect([...types.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name)).toEqual([
      "ImportedDeviceIdentity",
    ]);
    const start = "export interface ImportedDeviceIdentity {";
    expect(declaration(types, start)).toBeDefined();
    expect(declaration(types, start)).toBe(declaration(readFileSync(join(whole, "types.ts"), "utf8"), start));
    expect(compile(folder, "typescript-7.0")).toBe("");
  });

  it("has of a place that is documented the methods that are", async () => {
    const include = ["/deviceManagement/importedDeviceIdentities#GET", "/deviceManagement#GET"];
    const said = await generateTo(temporaryFolder(), [enrollment], { include });
    expect(said.filter((line) => line.includes("pattern-"))).toEqual([
      expect.stringContaining('Nothing matches "/deviceManagement/importedDeviceIdentities#GET"'),
    ]);
  });

  it("offers what is selected, refuses what is not, and sends it as the whole does", async () => {
    const folder = temporaryFolder({
      "shop.xml": metadata,
      "app.ts": `
import { createClient, productSchema, type Product } from "./output/index.js";
export const run = async (fetch: never): Promise<unknown> => {
  const client = createClient({ baseUrl: "https://shop.test/", fetch });
  await client.Products.byId("a").Parts.post({ Id: "1", Colour: "Red" });
  await client.Products.byId("a").Discount.post({ offer: { Price: "1" } });
  return client.Products.get({ select: ["Size"] });
};
export const check = productSchema.validate;
type Client = ReturnType<typeof createClient>;
type Parts = ReturnType<Client["Products"]["byId"]>["Parts"];
// @ts-expect-error the collection of parts is posted to, not read
type Read = Parts["get"];
// @ts-expect-error nothing is sent to a product itself
type Delete = ReturnType<Client["Products"]["byId"]>["delete"];
// @ts-expect-error no path leads there
type Makers = Client["Makers"];
// @ts-expect-error a maker is only related
type Maker = Product["Maker"];
// What is excluded is not known, and may be there.
export const size: Product["Size"] = { anything: true };
export type Refused = [Read, Delete, Makers, Maker];
`,
    });
    const include = ["/Products#GET", "/Products/{id}/Parts#POST", "/Products/{id}/Discount"];
    installRuntime(folder);
    const part = { include, exclude: ["shop.Size"], runtime: "package" } as const;
    await generateTo(join(folder, "output"), [join(folder, "shop.xml")], part);
    for (const compiler of compilers) expect(compile(folder, compiler, { emit: true }), compiler).toBe("");
    const app = (await import(pathToFileURL(join(folder, "js/app.js")).href)) as {
      readonly run: (fetch: unknown) => Promise<unknown>;
      readonly check: (value: unknown) => unknown;
    };
    const sent: string[] = [];
    const body = JSON.stringify({ value: [] });
    await app.run(async (url: string, { method }: { readonly method: string }) => {
      sent.push(`${method} ${url}`);
      return { ok: true, status: 200, headers: { get: () => null }, text: async () => body };
    });
    expect(sent).toEqual([
      "POST https://shop.test/Products('a')/Parts",
      "POST https://shop.test/Products('a')/shop.Discount",
      "GET https://shop.test/Products?$select=Size",
    ]);
    expect(app.check({ Id: "a", Size: 1 })).toMatchObject({ ok: true });
  });

  it("compiles whatever is left out", async () => {
    const folder = temporaryFolder({ "shop.xml": metadata });
    installRuntime(folder);
    const input = [join(folder, "shop.xml")];
    const parts: readonly { readonly include?: readonly string[]; readonly exclude?: readonly string[] }[] = [
      { include: ["/Products/**"] },
      { include: ["/Makers/**", "shop.Maker+"] },
      { include: ["/Makers/shop.Factory/{id}/Notes#POST"] },
      { include: ["#GET"], exclude: ["shop.Thing"] },
      { include: ["shop.Offer"] },
      { include: ["shop.Discount"] },
      { exclude: ["/Products/**"] },
      { exclude: ["shop.stock.**"] },
      { exclude: ["#DELETE", "/Makers/shop.Factory/**"] },
    ];
    for (const [index, part] of parts.entries())
      await generateTo(join(folder, `part${index}`), input, { ...part, runtime: "package" });
    expect(compile(folder, "typescript-7.0")).toBe("");
    // A namespace of which nothing is selected has no files.
    expect(Object.keys(contentOf(join(folder, "part4")))).not.toContain("types/stock.ts");
    expect(Object.keys(contentOf(join(folder, "part0")))).toContain("types/stock.ts");
  });
});
