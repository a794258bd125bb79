import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { lampCsdl, lampFiles } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

const config = JSON.stringify({
  services: {
    lamps: { input: "pages", output: "generated/lamps" },
    csdl: { input: ["lamps.xml"], output: "generated/csdl", emit: ["types"] },
  },
});

describe("generate with inputs", () => {
  it("writes the output folder and says what it did", async () => {
    const folder = temporaryFolder(lampFiles);
    const first = await runCli(folder, ["generate", "lamps.xml", "-o", "out", "--emit", "types"]);
    const files = Object.keys(contentOf(join(folder, "out")));
    expect(files).toEqual(expect.arrayContaining(["types.ts", "index.ts", ".odata-codegen.json"]));
    expect(files).not.toContain("client.ts");
    expect(first).toEqual({
      code: 0,
      stdout: "",
      stderr: `✔ 1 type, 1 enum → out (${files.length - 1} files, ${files.length - 1} changed, 0 ms)\n`,
    });

    const again = await runCli(folder, ["generate", "lamps.xml", "-o", "out", "--emit", "types"]);
    expect(again).toEqual({
      code: 0,
      stdout: "",
      stderr: `✔ 1 type, 1 enum → out (${files.length - 1} files, none changed, 0 ms)\n`,
    });

    writeFileSync(join(folder, "lamps.xml"), lampCsdl.replace('Name="mode"', 'Name="shine"'));
    const changed = await runCli(folder, ["generate", "lamps.xml", "-o", "out", "--emit", "types"]);
    expect(changed.stderr).toBe(`✔ 1 type, 1 enum → out (${files.length - 1} files, 1 changed, 0 ms)\n`);
  });

  it("writes nothing when there is an error", async () => {
    const folder = temporaryFolder({ "broken.xml": lampCsdl.replace('Type="self.lampMode"', 'Type="self.lampMood"') });
    const { code, stderr } = await runCli(folder, ["generate", "broken.xml", "-o", "out"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^broken\.xml:12:\d+ - error unresolved-type: .*did you mean contoso\.home\.lampMode\?\n✖ nothing written to out\n1 error\n$/,
    );
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("leaves a folder alone that it must not write to", async () => {
    const folder = temporaryFolder(lampFiles);
    const { code, stderr } = await runCli(folder, ["generate", "lamps.xml", "-o", "."]);
    expect(code).toBe(1);
    expect(stderr).toContain("error output-refused:");
    expect(contentOf(folder)).toEqual(lampFiles);
  });

  it("type-checks before it writes", async () => {
    const folder = temporaryFolder(lampFiles);
    expect(await runCli(folder, ["generate", "lamps.xml", "pages", "-o", "out", "--verify", "--quiet"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(existsSync(join(folder, "out/client.ts"))).toBe(true);
  });

  it("type-checks output that compilers are not to check", async () => {
    const folder = temporaryFolder(lampFiles);
    const args = ["generate", "lamps.xml", "-o", "out", "--verify", "--ts-nocheck", "always", "--quiet"];
    expect(await runCli(folder, args)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, "out/client.ts"), "utf8")).toMatch(/^\/\/ @ts-nocheck$/m);
  });

  it("ends with 1 when there are more warnings than are allowed", async () => {
    const folder = temporaryFolder(lampFiles);
    const limited = (limit: string) =>
      runCli(folder, ["generate", "lamps.xml", "pages", "-o", "out", "--max-warnings", limit]);
    const { code, stderr } = await limited("0");
    const warnings = Number(/(\d+) warnings?[,\n]/.exec(stderr)?.[1]);
    expect(warnings).toBeGreaterThan(0);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `<command line> - error too-many-warnings: --max-warnings allows 0, and the run has ${warnings}; settle them or raise the limit.\n`,
    );
    expect(await limited(String(warnings))).toMatchObject({ code: 0 });
  });
});

describe("generate --check", () => {
  it("tells what a run would change and writes nothing", async () => {
    const folder = temporaryFolder(lampFiles);
    const args = ["generate", "lamps.xml", "-o", "out"];
    expect(await runCli(folder, args)).toMatchObject({ code: 0 });
    const upToDate = await runCli(folder, [...args, "--check"]);
    expect(upToDate.code).toBe(0);
    expect(upToDate.stderr).toMatch(/^✔ 1 type, 1 enum → out \(\d+ files, up to date, 0 ms\)\n$/);

    rmSync(join(folder, "out/client.ts"));
    writeFileSync(join(folder, "out/types.ts"), "// by hand\n");
    const before = contentOf(folder);
    const { code, stdout, stderr } = await runCli(folder, [...args, "--check"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.split("\n")).toEqual([
      'out/client.ts - error output-outdated: "out/client.ts" is missing; run generate without --check.',
      'out/types.ts - error output-outdated: "out/types.ts" is not what a run would write; run generate without --check.',
      "✖ out of date: out",
      "2 errors",
      "",
    ]);
    expect(contentOf(folder)).toEqual(before);
  });

  it("names the first files of a folder without a manifest, and how many there are", async () => {
    const folder = temporaryFolder(lampFiles);
    const check = ["generate", "lamps.xml", "-o", "out", "--check"];
    expect((await runCli(folder, check)).stderr).toMatch(
      /^out - error output-absent: "out" has no "\.odata-codegen\.json", and \d\d files are missing or different \(client\.ts, index\.ts, odata\.ts, …\); run generate without --check\.\n✖ out of date: out\n1 error\n$/,
    );
    expect(await runCli(folder, check.slice(0, -1))).toMatchObject({ code: 0 });
    rmSync(join(folder, "out/.odata-codegen.json"));
    expect((await runCli(folder, check)).stderr).toMatch(/^out\/\.odata-codegen\.json - error output-outdated: .*\n✖/);
  });

  it("compares nothing when the inputs have errors", async () => {
    const folder = temporaryFolder({ "a.xml": "<" });
    expect((await runCli(folder, ["generate", "a.xml", "-o", "out", "--check"])).stderr).toContain(
      "✖ nothing compared with out\n",
    );
  });
});

describe("generate --force", () => {
  it("replaces generated files that were edited, which are an error without it", async () => {
    const folder = temporaryFolder({ ...lampFiles, "out/mine.ts": "mine" });
    const args = ["generate", "lamps.xml", "-o", "out"];
    await runCli(folder, args);
    const before = contentOf(folder);
    writeFileSync(join(folder, "out/types.ts"), "// by hand\n");
    const { code, stderr } = await runCli(folder, args);
    expect(code).toBe(1);
    expect(stderr).toContain("move your change elsewhere, then run generate with --force.\n✖ nothing written to out\n");
    expect(await runCli(folder, [...args, "--force"])).toMatchObject({ code: 0 });
    expect(contentOf(folder)).toEqual(before);
  });
});

describe("generate without inputs", () => {
  it("generates every service of the config file, each with its options", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    const { code, stderr } = await runCli(folder, ["generate"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^✔ lamps {2}\d types?, 1 enum, 2 requests → generated\/lamps \(\d+ files, \d+ changed, 0 ms\)$/m,
    );
    expect(stderr).toMatch(/^✔ csdl {2}1 type, 1 enum → generated\/csdl \(\d+ files, \d+ changed, 0 ms\)$/m);
    expect(existsSync(join(folder, "generated/lamps/client.ts"))).toBe(true);
    expect(existsSync(join(folder, "generated/csdl/client.ts"))).toBe(false);
  });

  it("ends with the total of several services", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    const { stderr } = await runCli(folder, ["generate"]);
    expect(stderr).toMatch(
      /^✔ 2 services {2}\d types, 2 enums, 2 requests \(\d+ files, \d+ changed, 0 ms\)\n1 notice/m,
    );
    rmSync(join(folder, "pages"), { recursive: true });
    expect((await runCli(folder, ["generate"])).stderr).toMatch(
      /^✖ 2 services {2}1 failed, 1 type, 1 enum \(\d+ files, none changed, 0 ms\)\n1 error\n$/m,
    );
    const checked = await runCli(folder, ["generate", "--check"]);
    expect(checked.stderr).toMatch(/^✖ 2 services {2}1 failed, 1 type, 1 enum \(\d+ files, up to date, 0 ms\)$/m);
  });

  it("lets the command line override the file", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    expect(await runCli(folder, ["generate", "--emit", "types", "--import-extension=ts", "--quiet"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(existsSync(join(folder, "generated/lamps/client.ts"))).toBe(false);
    expect(readFileSync(join(folder, "generated/lamps/index.ts"), "utf8")).toContain('"./types.ts"');
  });

  it("goes on with the other services when one fails", async () => {
    const folder = temporaryFolder({
      ...lampFiles,
      "pages/bad.xml": lampCsdl.replace("</Schema>", ""),
      "odata-codegen.config.json": config,
    });
    const { code, stderr } = await runCli(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain("✖ lamps  nothing written to generated/lamps\n");
    expect(stderr).toContain("✔ csdl  1 type");
  });

  it("refuses one output folder for several services", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    expect(await runCli(folder, ["generate", "-o", "out"])).toMatchObject({
      code: 2,
      stderr:
        "<command line> - error usage-several-services: --output is for one service, and the config file names lamps, csdl; name the inputs of one of them.\n1 error\n",
    });
  });

  it("reports a faulty config at its place", async () => {
    const folder = temporaryFolder({ "my.json": '{ "services": {\n  "a": { "input": "x.xml", "ouput": "y" } } }' });
    const { code, stderr } = await runCli(folder, ["generate", "--config", "my.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'my.json:2:28 - error config-unknown-key: "ouput" is not a key of the config file; did you mean "output"?',
    );
  });
});

describe("streams", () => {
  it("have no colour in a pipe, unless it is forced", async () => {
    const folder = temporaryFolder();
    const said = async (env: Readonly<Record<string, string>>) =>
      (await runCli(folder, ["generate", "nope.xml", "-o", "out"], { env })).stderr;
    expect(await said({})).not.toContain("\u001B[");
    expect(await said({ NO_COLOR: "1" })).not.toContain("\u001B[");
    expect(await said({ FORCE_COLOR: "1" })).toContain("\u001B[31merror\u001B[39m");
  });

  it("hold one JSON array with --format json, whatever there is to say", async () => {
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    const { code, stdout, stderr } = await runCli(folder, ["generate", "--format", "json"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const said = JSON.parse(stderr) as readonly {
      readonly code: string;
      readonly path: string;
      readonly line: number;
    }[];
    expect(said.map(({ code, path }) => `${path} ${code}`)).toContain("pages/lamp-create.md enum-lists-nested");
    expect(await runCli(folder, ["generate", "--format", "json", "--quiet"])).toMatchObject({ stderr: "[]\n" });
  });
});
