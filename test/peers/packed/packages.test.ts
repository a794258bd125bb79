/** Both packages as others resolve them: by Node, by compilers, and by the checkers publint and "are the types wrong". */
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, describe, expect, it } from "vitest";
import { nodes } from "../nodes/versions.js";
import { installTool, tarballs } from "./install.js";
import { tsc } from "./tsc.js";
import { fill } from "../../support/temporary-folder.js";

const packages = [
  ["odata-codegen", tarballs().tool],
  ["@odata-codegen/runtime", tarballs().runtime],
] as const;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-packages-")));
installTool(folder, { runtime: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compiled(path: string, text: string, module: string, resolution: string): string {
  fill(folder, { [path]: text });
  const flags = ["--strict", "--noEmit", "--target", "es2022"];
  return tsc(folder, path, ...flags, "--module", module, "--moduleResolution", resolution);
}

function modulesOf(name: string): readonly string[] {
  const { exports } = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, unknown>>;
  };
  return Object.keys(exports)
    .filter((path) => !path.endsWith(".json"))
    .map((path) => join(name, path));
}

describe.each(packages)("%s", (name, tarball) => {
  const bytes = readFileSync(tarball);

  it("passes publint", async () => {
    const { buffer, byteOffset, byteLength } = bytes;
    const { messages } = await publint({ pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) } });
    expect(messages).toEqual([]);
  });

  it("has the right types wherever a program resolves `exports`", async () => {
    const { problems = [] } = (await checkPackage(createPackageFromTarballData(bytes))) as {
      readonly problems?: readonly { readonly kind: string; readonly resolutionKind?: string }[];
    };
    // Node 10 knows no `exports`, and the tool needs Node 20.19: from there on `require` loads modules.
    const expected = problems.filter(
      ({ kind, resolutionKind }) =>
        resolutionKind !== "node10" && !(kind === "CJSResolvesToESM" && resolutionKind === "node16-cjs"),
    );
    expect(expected).toEqual([]);
  });

  const modules = modulesOf(name);

  it.each([
    ["nodenext", "nodenext"],
    ["node16", "node16"],
    ["esnext", "bundler"],
  ])("compiles with module %s, moduleResolution %s", (module, moduleResolution) => {
    const text = modules.map((path, index) => `export * as all${index} from "${path}";\n`).join("");
    expect(compiled("all.mts", text, module, moduleResolution)).toBe("");
  });

  it.each(nodes)("is loaded by import and by require on Node %s", (_version, node) => {
    const load = `const paths = ${JSON.stringify(modules)};
      for (const path of paths) require(path);
      Promise.all(paths.map((path) => import(path))).then((loaded) =>
        console.log(loaded.every((one, index) => one === require(paths[index]))));`;
    const { stdout, stderr } = spawnSync(node, ["--no-warnings", "--input-type=commonjs", "-e", load], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ stdout, stderr }).toEqual({ stdout: "true\n", stderr: "" });
  });

  it("is compiled from CommonJS with module nodenext, which knows that require loads modules", () => {
    const text = modules.map((path, index) => `export import all${index} = require("${path}");\n`).join("");
    expect(compiled("all.cts", text, "nodenext", "nodenext")).toBe("");
  });
});
