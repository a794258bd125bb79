/** The programs of docs/api.md, compiled and run with the packed tool; `npx vitest run api --update` writes what they print. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf, type Fence, root, textOf, withContents } from "../../docs/page-blocks.js";
import { fill } from "../../support/temporary-folder.js";
import { installTool } from "../packed/install.js";
import { tsc } from "../packed/tsc.js";

const page = "docs/api.md";

const people = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="demo">
  <EntityType Name="Person">
    <Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.Int32" Nullable="false"/>
    <Property Name="name" Type="Edm.String"/>
  </EntityType>
  <EntityContainer Name="all"><EntitySet Name="people" EntityType="demo.Person"/></EntityContainer>
</Schema>
`;

/** Options under which declarations are read that a project does not skip, and has no types of Node or the DOM for. */
function strictOptions(resolution: "nodenext" | "bundler"): object {
  const module = resolution === "bundler" ? "esnext" : "nodenext";
  return { target: "es2022", lib: ["es2022"], module, moduleResolution: resolution, strict: true, noEmit: true };
}

describe("the programs of docs/api.md", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-api-")));
  const programs = blocksOf(textOf(page)).filter(({ language }) => language === "ts");
  beforeAll(() => {
    installTool(folder);
    const types = dirname(createRequire(import.meta.url).resolve("@types/node/package.json"));
    symlinkSync(dirname(types), join(folder, "node_modules/@types"), "junction");
    const files = programs.map(({ line, code }) => [`${line}.ts`, `${code}\nexport {};\n`] as const);
    fill(folder, { "people.xml": people, ...Object.fromEntries(files) });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("compile", () => {
    const flags = ["--strict", "--target", "es2022", "--module", "nodenext", "--types", "node", "--noUnusedLocals"];
    expect(tsc(folder, ...programs.map(({ line }) => `${line}.ts`), ...flags)).toBe("");
  });

  it("print what the page shows", async () => {
    const shown = new Map<Fence, string>();
    for (const { line, results } of programs) {
      const { stdout, stderr } = spawnSync(process.execPath, [`${line}.js`], { cwd: folder, encoding: "utf8" });
      expect(stderr, `${page}:${line}`).toBe("");
      const [result] = results;
      if (result !== undefined) shown.set(result, stdout);
    }
    await expect(withContents(textOf(page), shown)).toMatchFileSnapshot(`${root}${page}`);
  });
});

describe("declarations that are not skipped", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-declarations-")));
  beforeAll(() => {
    installTool(folder);
    const all = `import * as api from "odata-codegen";
import * as vite from "odata-codegen/vite";
export const all = [api.generate, api.memoryIo, vite.odataCodegen] as const;
`;
    fill(folder, { "all.ts": all });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What templates are checked against. */
  const views = "node_modules/odata-codegen/dist/views/types.d.ts";
  const compilers = ["typescript", "typescript-5.9", "typescript-7.0"];
  const cases = compilers.flatMap((name) =>
    (["nodenext", "bundler"] as const).map((resolution) => [name, resolution] as const),
  );
  it.each(cases)("compile with %s under %s, and refer to no other package", (name, resolution) => {
    const compilerOptions = { ...strictOptions(resolution), types: [], skipLibCheck: false };
    fill(folder, { "tsconfig.json": JSON.stringify({ compilerOptions, files: ["all.ts", views] }) });
    const compiler = join(root, "node_modules", name, "bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder, "--listFiles"], { encoding: "utf8" });
    const lines = stdout.replaceAll("\\", "/").split("\n");
    expect(lines.filter((line) => line.includes("error TS"))).toEqual([]);
    const packages = lines.flatMap((line) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(line)?.[1] ?? []);
    expect([...new Set(packages)].filter((one) => !one.includes("typescript"))).toEqual(["odata-codegen"]);
  });
});
