/** Compiles what the README and docs show as TypeScript. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, compilers } from "./support/compile.js";
import { generateTo } from "./support/generate.js";
import { fill } from "./support/temporary-folder.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Pages about other services, whose code is run, too: see test/guide. */
const guides = new Set(["docs/client.md", "docs/odata-v2.md", "docs/publishing.md", "docs/validation.md"]);
const pages = readdirSync(root)
  .concat(readdirSync(join(root, "docs")).map((name) => `docs/${name}`))
  .filter((path) => path.endsWith(".md") && !guides.has(path));

/** The blocks of a page as files: `README.md:15` is the block that begins there. */
function blocksOf(page: string): readonly (readonly [place: string, code: string])[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```(?:ts|tsx|typescript)\n([\s\S]*?)^```$/gm)].map(({ 1: code = "", index }) => [
    `${page}:${text.slice(0, index).split("\n").length}`,
    code,
  ]);
}

const blocks = pages.flatMap(blocksOf);

/** What a reader has before a block begins: a client, and values of the reader's own. */
const assumed = `declare const credential: import("./service/index.js").TokenCredential;
declare const client: import("./service/index.js").Client;
declare const importedDeviceIdentities: import("./service/index.js").ImportedDeviceIdentityCreate[];
declare const id: string;
declare const text: string;
declare const value: unknown;
declare const console: { error(...values: unknown[]): void };
declare const expect: (value: unknown) => { toBe(expected: unknown): void };
`;

describe("the code blocks of the documentation", () => {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-code-blocks-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const files = Object.fromEntries(
    blocks.map(([place, code]) => [`${place.replaceAll(/\W/g, "-")}.ts`, `${code}export {};\n`]),
  );
  beforeAll(async () => {
    await generateTo(join(folder, "service"), [join(root, "schemas/intune-enrollment")], {
      emit: ["types", "validators", "client", "examples"],
    });
    fill(folder, { ...files, "assumed.d.ts": assumed });
  });

  it("are those of README.md and of docs", () => {
    expect(new Set(blocks.map(([place]) => place.split(":")[0]))).toEqual(
      new Set(["README.md", "docs/examples.md", "docs/write-shapes.md"]),
    );
    expect(blocks.length).toBeGreaterThan(4);
  });

  it.each(compilers)("compile with %s", (compiler) => {
    expect(compile(folder, compiler, { unusedLocals: true })).toBe("");
  });

  it("would not compile with a mistake", () => {
    const post = Object.values(files).find((code) => code.includes('Type: "imei"')) ?? "";
    fill(folder, { "mistake.ts": post.replace('"imei"', '"imeii"') });
    expect(compile(folder, "typescript-7.0", { unusedLocals: true })).toMatch(/mistake\.ts\(.*"imeii"/);
  });
});
