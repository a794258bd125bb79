/** An SDK of a part of Microsoft Graph, built from the packed tool and packed itself, and an app that installs it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodes } from "../nodes/versions.js";
import { installTool, npmIn, run, tarballs } from "../packed/install.js";
import { tsc } from "../packed/tsc.js";
import { contentOf } from "../../support/temporary-folder.js";

const example = fileURLToPath(new URL("../../../examples/graph-sdk/", import.meta.url));

describe("examples/graph-sdk", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-graph-sdk-")));
  const [sdk, app] = [join(root, "sdk"), join(root, "app")];
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeAll(() => {
    cpSync(example, root, { recursive: true });
    installTool(sdk, { runtime: true });
    const { stderr } = run(sdk, ["generate", "--verify"]);
    expect(stderr).toMatch(/^✔ graph {2}4 types → src\/graph \(9 files, 9 changed, [^)]*\)\n$/);
    expect(tsc(sdk)).toBe("");
    npmIn(sdk, "pack", "--ignore-scripts", "--silent", "--pack-destination", root);
    const packages = [join(root, "example-groups-1.0.0.tgz"), tarballs().runtime];
    npmIn(app, "install", "--prefer-offline", "--omit=dev", "--no-save", "--no-audit", "--no-fund", ...packages);
  });

  it("keeps the names of its lock file", () => {
    expect(readFileSync(join(sdk, "odata-codegen.lock.json"), "utf8")).toBe(
      readFileSync(join(example, "sdk/odata-codegen.lock.json"), "utf8"),
    );
  });

  it("brings one package besides itself, the runtime", () => {
    const installed = readdirSync(join(app, "node_modules"), { recursive: true, encoding: "utf8" })
      .filter((path) => /(?:^|\/)package\.json$/.test(path))
      .toSorted();
    expect(installed).toEqual(["@example/groups/package.json", "@odata-codegen/runtime/package.json"]);
  });

  it("has what tsc writes, with declarations that name the runtime", () => {
    const packed = contentOf(join(app, "node_modules/@example/groups"));
    expect(Object.keys(packed)).toEqual(
      expect.arrayContaining([
        "dist/index.js",
        "dist/index.d.ts",
        "dist/graph/client.d.ts",
        "dist/graph/validators.js",
      ]),
    );
    expect(packed["dist/graph/types.d.ts"]).toContain('from "@odata-codegen/runtime/edm"');
    expect(Object.keys(packed).filter((path) => /\/runtime\//.test(path))).toEqual([]);
  });

  it("knows errors of another copy of the runtime, and has to copy what tsc does not", () => {
    const copied = ["--runtime", "inline", "--emit", "types,client,operations"];
    expect(run(sdk, ["generate", "schemas", "-o", "src/copy", "--quiet", ...copied]).status).toBe(0);
    expect(tsc(sdk, "--outDir", "built", "--isolatedDeclarations")).toBe("");
    const built = Object.keys(contentOf(join(sdk, "built/copy")));
    expect(built).toContain("runtime/client.js");
    expect(built).not.toContain("operations.json");
    const program = `import { ODataError as One } from "./built/graph/index.js";
      import { ODataError as Other } from "./built/copy/index.js";
      const error = new Other({ status: 404, code: "", message: "", method: "GET", url: "", headers: {} });
      console.log(error instanceof One, One.is(error));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: sdk,
      encoding: "utf8",
    });
    expect(stdout).toBe("false true\n");
  });

  describe("its app", () => {
    beforeAll(() => {
      const types = fileURLToPath(new URL("../../../node_modules/@types", import.meta.url));
      expect(tsc(app, "--typeRoots", types)).toBe("");
    });

    function output(node: string, file: string) {
      const { stdout, stderr } = spawnSync(node, ["--no-warnings", file], { cwd: app, encoding: "utf8" });
      return { stdout, stderr };
    }

    it.each(nodes)("imports the SDK on Node %s", (_version, node) => {
      expect(output(node, "dist/main.mjs")).toEqual({
        stdout: `groups: [ { id: 'g1', displayName: 'Readers' } ]
users: [ { id: 'u1', displayName: 'Ada' } ]
refused: 404 Request_ResourceNotFound
`,
        stderr: "",
      });
    });

    it.each(nodes)("requires the SDK on Node %s", (_version, node) => {
      expect(output(node, "dist/main.cjs")).toEqual({
        stdout: "invalid: mailEnabled must be true or false\ngroups: [ { id: 'g0', displayName: 'Writers' } ]\n",
        stderr: "",
      });
    });
  });
});
