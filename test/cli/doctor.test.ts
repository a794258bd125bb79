import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNode } from "../../src/cli/doctor/check-installation.js";
import { compareVersions, isInRange } from "../../src/cli/doctor/versions.js";
import { engineRange, toolVersion } from "../../src/installation/package.js";
import { isRuntimeFor } from "../../src/installation/runtime-package.js";
import { contentHash } from "../../src/output/content-hash.js";
import { lockName } from "../../src/output/lock/lock.js";
import { nameOf } from "../../src/output/lock/owner.js";
import { killed } from "../support/lock-owners.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { runCli } from "./run-cli.js";

const schema = '<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n"><ComplexType Name="C"/></Schema>';
const url = "https://host.example/$metadata";
const typescript = { "node_modules/typescript/package.json": '{ "version": "6.0.1" }', "package.json": "{}" };

/** A project with the services `a`, of a file, and `b`, of a URL with a copy. */
function project(): string {
  const services = { a: { input: "in/a.xml", output: "out/a" }, b: { input: url, output: "out/b" } };
  const inputs = { [url]: { file: "schemas/b.xml", sha256: contentHash(schema) } };
  return temporaryFolder({
    ...typescript,
    "odata-codegen.config.json": JSON.stringify({ services }),
    "odata-codegen.lock.json": JSON.stringify({ lockVersion: 1, services: { b: { inputs } } }),
    "in/a.xml": schema,
    "schemas/b.xml": schema,
  });
}

/** The lines of doctor about services, and its exit code. It must not change anything. */
async function checked(cwd: string, ...args: readonly string[]) {
  const before = contentOf(cwd);
  const { code, stdout } = await runCli(cwd, ["doctor", ...args]);
  expect(contentOf(cwd)).toEqual(before);
  return {
    code,
    lines: stdout
      .trimEnd()
      .split("\n")
      .slice(args.length > 0 ? 3 : 0),
  };
}

describe("doctor", () => {
  it("finds nothing wrong after a run", async () => {
    const cwd = project();
    await runCli(cwd, ["generate"]);
    const { code, lines } = await checked(cwd);
    expect({ code, lines: lines.slice(1) }).toEqual({
      code: 0,
      lines: [
        "✔ TypeScript 6.0.1",
        "✔ the config file and the lock file are valid",
        '✔ a  the files in "out/a" are as they were generated',
        "✔ a  nothing changed since the last run",
        '✔ b  "schemas/b.xml" as fetched',
        '✔ b  the files in "out/b" are as they were generated',
        "✔ b  nothing changed since the last run",
      ],
    });
    expect(lines[0]).toMatch(/^✔ Node \d+\.\d+\.\d+$/);
    fill(cwd, { "in/a.xml": schema.replace("C", "D") });
    expect((await checked(cwd, "a")).lines.at(-1)).toBe(
      "⚠ a  inputs, options or output changed since the last run; run generate",
    );
  });

  it("prints its checks as data", async () => {
    const { code, stdout, stderr } = await runCli(project(), ["doctor", "a", "--format", "json"]);
    expect({ code, diagnostics: JSON.parse(stderr) }).toEqual({ code: 0, diagnostics: [] });
    expect(JSON.parse(stdout)).toMatchObject([
      { about: "node", state: "ok" },
      { about: "typescript", state: "ok" },
      { about: "config", state: "ok" },
      { about: "output", service: "a", state: "warning", message: '"out/a" does not exist yet; run generate' },
    ]);
  });

  it("finds files that were edited or deleted", async () => {
    const cwd = project();
    await runCli(cwd, ["generate", "--config", "odata-codegen.config.json"]);
    rmSync(join(cwd, "out/b/index.ts"));
    expect(await checked(cwd, "b")).toEqual({
      code: 0,
      lines: ['✔ b  "schemas/b.xml" as fetched', '⚠ b  "index.ts" in "out/b" was deleted; run generate'],
    });
    fill(cwd, { "out/b/types.ts": "mine", "out/b/index.ts": "mine" });
    const { code, lines } = await checked(cwd, "b");
    expect({ code, last: lines.at(-1) }).toEqual({
      code: 1,
      last: '✖ b  "index.ts", "types.ts" in "out/b" were edited; move the changes elsewhere, then run generate --force',
    });
  });

  it("finds copies that are edited, missing or not fetched", async () => {
    const cwd = project();
    fill(cwd, { "schemas/b.xml": "<edited/>" });
    expect((await checked(cwd, "b")).lines[0]).toBe(
      '⚠ b  "schemas/b.xml": differs from what was fetched; undo that, or run fetch b --refresh',
    );
    rmSync(join(cwd, "schemas/b.xml"));
    expect((await checked(cwd, "b")).lines[0]).toBe('✖ b  "schemas/b.xml": is missing; run fetch b');
    rmSync(join(cwd, "odata-codegen.lock.json"));
    expect((await checked(cwd, "b")).lines[0]).toBe(`✖ b  "${url}": no copy; run fetch b`);
  });

  it("finds what a killed run left", async () => {
    const cwd = project();
    await runCli(cwd, ["generate", "--config", "odata-codegen.config.json"]);
    fill(cwd, { [`out/a/${lockName}/${nameOf(killed)}`]: "" });
    expect((await checked(cwd, "a")).lines).toEqual([
      '⚠ a  a run that was killed left its lock in "out/a"; run generate, which takes it over',
    ]);
    rmSync(join(cwd, "out/a", lockName), { recursive: true });
    fill(cwd, { "out/a/.odata-codegen.staged/journal.json": "{}" });
    const { code, lines } = await checked(cwd, "a");
    expect({ code, line: lines[0] }).toMatchObject({ code: 1, line: expect.stringContaining("has no journal") });
    expect(readdirSync(join(cwd, "out/a"))).toContain(".odata-codegen.staged");
  });

  it("finds a config file or lock file that is not valid, and that there is none", async () => {
    const cwd = project();
    fill(cwd, { "odata-codegen.lock.json": "<<<<<<< ours\n" });
    const { code, lines } = await checked(cwd);
    expect({ code, last: lines.at(-1) }).toMatchObject({
      code: 1,
      last: expect.stringMatching(/^✖ odata-codegen\.lock\.json:1:1 - error lock-file-invalid: /),
    });
    const empty = await checked(temporaryFolder());
    expect(empty.lines.slice(1)).toEqual([
      "⚠ TypeScript is not installed in this project; npm install --save-dev typescript to compile the output",
      "⚠ there is no config file here; inputs and options are those of the command line",
    ]);
    expect(await runCli(project(), ["doctor", "c"])).toMatchObject({ code: 2 });
  });

  it("finds that the project lacks the runtime, or has one of another version", async () => {
    const cwd = temporaryFolder({
      ...typescript,
      "odata-codegen.config.json": JSON.stringify({
        services: { a: { input: "a.xml", output: "app/out", runtime: "package" } },
      }),
      "a.xml": schema,
      "app/package.json": "{}",
    });
    const about = async () => (await checked(cwd, "a")).lines[0];
    const install = `npm install @odata-codegen/runtime@^${toolVersion}`;
    expect(await about()).toBe(
      `⚠ a  "app/package.json" has no dependency @odata-codegen/runtime, which the output imports; ${install}`,
    );
    fill(cwd, { "app/package.json": '{ "peerDependencies": { "@odata-codegen/runtime": "workspace:*" } }' });
    expect(await about()).toBe("✔ a  @odata-codegen/runtime is a dependency");
    fill(cwd, { "node_modules/@odata-codegen/runtime/package.json": '{ "version": "99.0.0" }' });
    expect(await about()).toBe(`⚠ a  the output does not run on @odata-codegen/runtime 99.0.0; ${install}`);
    fill(cwd, { "node_modules/@odata-codegen/runtime/package.json": JSON.stringify({ version: toolVersion }) });
    expect(await about()).toBe(`✔ a  @odata-codegen/runtime ${toolVersion}`);
  });

  it("takes a runtime of the same major version that is not older, before 1.0 of the same minor version", () => {
    const fitting = ["0.2.0", "0.2.9", "0.3.0", "1.2.0"].filter((version) => isRuntimeFor("0.2.1", version));
    expect(fitting).toEqual(["0.2.0", "0.2.9"]);
    const later = ["1.1.9", "1.2.0", "^1.3.0", "2.2.0"].filter((version) => isRuntimeFor("1.2.3", version));
    expect(later).toEqual(["1.2.0", "^1.3.0"]);
  });

  it("compares Node with what package.json asks for", () => {
    expect(checkNode("v20.19.0").state).toBe("ok");
    expect(checkNode("v21.9.9")).toMatchObject({ state: "error", message: expect.stringContaining(engineRange) });
    const range = "^20.19.0 || >=22.12.0";
    const inRange = ["20.18.9", "20.19.0", "20.20.1", "21.0.0", "22.11.9", "22.12.0", "24.1.0"];
    expect(inRange.filter((version) => isInRange(version, range))).toEqual(["20.19.0", "20.20.1", "22.12.0", "24.1.0"]);
    expect(compareVersions("6.0.0-beta", "5.9.0")).toBeGreaterThan(0);
  });
});
