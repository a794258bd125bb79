/** The check before a release, in repositories that it finds something in, and in one that can be published. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commit, hasGit, repository } from "../../support/git.js";
import { fill, temporaryFolder } from "../../support/temporary-folder.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const script = join(root, "scripts/release.js");

const common = {
  version: "0.2.0",
  type: "module",
  exports: { ".": { types: "./lib/index.d.ts", default: "./lib/index.js" } },
  files: ["lib"],
  repository: "https://example.org/tool",
};
const manifests = { tool: { name: "tool", ...common }, runtime: { name: "runtime", ...common } };

function files({ tool, runtime } = manifests) {
  const built = { "lib/index.js": "", "lib/index.d.ts": "", LICENSE: "MIT", "README.md": "# Tool\n" };
  const packages = { "": { version: "0.2.0" }, "packages/runtime": { version: "0.2.0" } };
  return {
    "package.json": JSON.stringify({ ...tool, workspaces: ["packages/*"] }),
    "packages/runtime/package.json": JSON.stringify(runtime),
    "package-lock.json": JSON.stringify({ name: "tool", lockfileVersion: 3, packages }),
    "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n## 0.2.0 – 2026-11-28\n\n### Added\n\n- A lamp.\n",
    ...built,
    ...Object.fromEntries(Object.entries(built).map(([path, text]) => [`packages/runtime/${path}`, text])),
  };
}

/** Packs everything, and notes what it is to publish. */
const fakeNpm = `#!/usr/bin/env node
const fs = require("node:fs");
const [command] = process.argv.slice(2);
const paths = ["lib/index.js", "lib/index.d.ts", "LICENSE", "README.md"];
if (command === "pack") console.log(JSON.stringify([{ files: paths.map((path) => ({ path })) }]));
else fs.appendFileSync(__dirname + "/published", process.argv.slice(2).join(" ") + "\\n");
`;

function release(cwd: string, args: readonly string[] = ["check"], env: Readonly<Record<string, string>> = {}) {
  const { GITHUB_REF_TYPE: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...inherited, ...env },
  });
  return { status, stdout, stderr };
}

describe.skipIf(!hasGit)("the check before a release", () => {
  it("finds nothing in what can be published", () => {
    expect(release(repository(files()))).toEqual({
      status: 0,
      stdout: "runtime and tool 0.2.0 can be published.\n",
      stderr: "",
    });
  });

  it("finds everything that is wrong at once", () => {
    const folder = repository({
      ...files({ ...manifests, runtime: { ...manifests.runtime, version: "0.1.0" } }),
      "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n- A lamp.\n",
    });
    fill(folder, { "package.json": files()["package.json"].replace("index.js", "other.js") });
    fill(folder, { "packages/runtime/README.md": "# Runtime" });
    const tag = { GITHUB_REF_TYPE: "tag", GITHUB_REF_NAME: "v0.3.0" };
    expect(release(folder, ["check"], tag)).toEqual({
      status: 1,
      stdout: "",
      stderr: `packages/runtime/package.json: the version is 0.1.0, that of package.json 0.2.0; run prepare.
the tag v0.3.0: the version is v0.3.0, that of package.json 0.2.0; run prepare.
CHANGELOG.md: there is no heading "## 0.2.0 – <date>"; run prepare.
The working tree is not clean; commit or remove:
 M package.json
 M packages/runtime/README.md
tool: the tarball lacks lib/other.js; run npm run build.
`,
    });
  });

  it("is passed by what it prepares", () => {
    const folder = repository({
      ...files(),
      "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n- Another lamp.\n\n## 0.2.0 – 2026-11-28\n\n- A lamp.\n",
    });
    expect(release(folder, ["prepare", "0.3.0-rc.1"])).toMatchObject({ status: 0, stderr: "" });
    commit(folder);
    expect(release(folder)).toMatchObject({ status: 0, stdout: "runtime and tool 0.3.0-rc.1 can be published.\n" });
    expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toMatch(
      /^# Changelog\n\n## Unreleased\n\n## 0\.3\.0-rc\.1 – \d{4}-\d\d-\d\d\n\n- Another lamp\.\n/,
    );
  });

  it("is not prepared twice, and the second time changes nothing", () => {
    const folder = repository(files());
    const refused = release(folder, ["prepare", "0.2.0"]);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('a heading "## 0.2.0') });
    expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(files()["package.json"]);
  });

  it.each([
    ["0.3.0", []],
    ["0.3.0-rc.1", ["--tag", "next"]],
  ])("publishes %s with the arguments %j", (version, tag) => {
    const folder = repository({ ...files(), "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n- Another lamp.\n" });
    release(folder, ["prepare", version]);
    commit(folder);
    const bin = temporaryFolder({ npm: fakeNpm });
    chmodSync(join(bin, "npm"), 0o755);
    const { status } = release(folder, ["publish"], { PATH: `${bin}:${process.env["PATH"] ?? ""}` });
    expect(status).toBe(0);
    const published = readFileSync(join(bin, "published"), "utf8").trimEnd().split("\n");
    expect(published).toEqual(
      ["./packages/runtime", "./."].map((path) =>
        ["publish", path, "--provenance", "--access", "public", ...tag].join(" "),
      ),
    );
  });

  it("is called by a workflow that may state the provenance, for tags of versions", () => {
    const workflow = readFileSync(join(root, ".github/workflows/release.yml"), "utf8");
    expect(workflow).toContain('tags: ["v*"]');
    expect(workflow).toContain("id-token: write");
    expect(workflow).toContain("- run: npm run release -- publish");
    expect(release(root, ["lift-off"])).toMatchObject({ status: 1, stderr: expect.stringContaining("Usage") });
  });
});
