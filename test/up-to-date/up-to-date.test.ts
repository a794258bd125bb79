import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { generateWhole } from "../../src/generate-whole.js";
import { atWorkName } from "../support/lock-owners.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampCsdl, lampFiles } from "../cli/lamp-inputs.js";
import { runCli } from "../cli/run-cli.js";

vi.mock("../../src/generate-whole.js", { spy: true });

const args = ["generate", "lamps.xml", "pages", "-o", "out"];
const manifest = ".odata-codegen.json";

/** A package, whose records of runs are in it. */
const project = { "package.json": "{}", "node_modules/.package-lock.json": "{}" };
const cache = "node_modules/.cache/odata-codegen";

/** A folder whose output is up to date, and what the run that made it said, but for its last line. */
async function generated(files: Readonly<Record<string, string>> = lampFiles, line: readonly string[] = args) {
  const folder = temporaryFolder({ ...project, ...files });
  const { code, stderr } = await runCli(folder, line);
  expect(code).toBe(0);
  return { folder, said: stderr.replace(/\d+ changed/, "none changed") };
}

/** The record of the only output in a folder. */
function recordIn(folder: string): string {
  const [name, ...others] = readdirSync(join(folder, cache));
  expect(others).toEqual([]);
  return join(folder, cache, name ?? "");
}

function rewrite(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, "utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
}

/** Whether a run leaves the output as it is without reading the inputs as a model. */
async function takesShortWay(folder: string, line: readonly string[] = args): Promise<boolean> {
  vi.mocked(generateWhole).mockClear();
  await runCli(folder, line);
  return vi.mocked(generateWhole).mock.calls.length === 0;
}

describe("a run that finds everything as the last one left it", () => {
  it("says and exits the same, without generating", async () => {
    const { folder, said } = await generated();
    expect(said).toContain("warning");
    expect(await takesShortWay(folder)).toBe(true);
    expect(await runCli(folder, args)).toEqual({ code: 0, stdout: "", stderr: said });
    expect(await runCli(folder, [...args, "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await runCli(folder, [...args, "--max-warnings", "0"])).toMatchObject({ code: 1 });
  });

  it("says the same as data", async () => {
    const line = [...args, "--format", "json"];
    const { folder, said } = await generated(lampFiles, line);
    expect(await takesShortWay(folder, line)).toBe(true);
    expect((await runCli(folder, line)).stderr).toBe(said);
  });

  it("is up to date for --check too, while --verify does all", async () => {
    const { folder } = await generated();
    expect(await takesShortWay(folder, [...args, "--check"])).toBe(true);
    expect((await runCli(folder, [...args, "--check"])).stderr).toMatch(/\(\d+ files, up to date, 0 ms\)\n\d/);
    expect(await takesShortWay(folder, [...args, "--verify"])).toBe(false);
  });

  it("is up to date with the names of a lock file, and not without them", async () => {
    const config = JSON.stringify({ services: { home: { input: ["lamps.xml", "pages"], output: "out" } } });
    const line = ["generate"];
    const { folder, said } = await generated({ ...lampFiles, "odata-codegen.config.json": config }, line);
    expect(await takesShortWay(folder, line)).toBe(true);
    expect((await runCli(folder, line)).stderr).toBe(said);
    rmSync(join(folder, "odata-codegen.lock.json"));
    expect(await takesShortWay(folder, line)).toBe(false);
    expect(await takesShortWay(folder, line)).toBe(true);
  });

  it("says the same from another working folder", async () => {
    const { folder } = await generated();
    const inside = join(folder, "deep");
    mkdirSync(inside);
    const line = ["generate", "../lamps.xml", "../pages", "-o", "../out"];
    expect(await takesShortWay(inside, line)).toBe(true);
    expect((await runCli(inside, line)).stderr).toContain("../pages/");
  });
});

const edits: Readonly<Record<string, (folder: string) => void>> = {
  "an input is another": (folder) => writeFileSync(join(folder, "lamps.xml"), lampCsdl.replace('"mode"', '"shine"')),
  "a page has another name": (folder) => {
    renameSync(join(folder, "pages/lamp-update.md"), join(folder, "pages/zz.md"));
  },
  "a page is gone": (folder) => rmSync(join(folder, "pages/lamp-update.md")),
  "an output file is gone": (folder) => rmSync(join(folder, "out/types.ts")),
  "an output file was changed": (folder) => writeFileSync(join(folder, "out/types.ts"), "// by hand\n"),
  "the manifest was changed": (folder) => {
    rewrite(join(folder, "out", manifest), (text) => text.replace(/ {4}"client\.ts".*\n/, ""));
  },
  "the manifest is as an earlier version wrote it": (folder) => {
    rewrite(join(folder, "out", manifest), (text) => text.replace(/(?= {2}"files")/, '  "inputs": "0",\n'));
  },
  "there is no record": (folder) => rmSync(join(folder, cache), { recursive: true }),
  "the record was changed": (folder) => {
    rewrite(recordIn(folder), (text) => text.replace(/"diagnostics":\[.*\]/, '"diagnostics":[]'));
  },
  "another run is at work there": (folder) => {
    mkdirSync(join(folder, "out/.odata-codegen.lock", atWorkName), { recursive: true });
  },
  "the tool was changed since": (folder) => {
    const path = recordIn(folder);
    const before = statSync(new URL("../../src/cli/main.ts", import.meta.url)).mtimeMs / 1000 - 3600 * 24 * 365;
    utimesSync(path, before, before);
  },
};

describe("a run does all of the work", () => {
  it.each(Object.entries(edits))("when %s", async (_, edit) => {
    const { folder } = await generated();
    edit(folder);
    expect(await takesShortWay(folder)).toBe(false);
  });

  it("when an older output was restored", async () => {
    const { folder } = await generated();
    cpSync(join(folder, "out"), join(folder, "older"), { recursive: true });
    rewrite(join(folder, "lamps.xml"), (text) => text.replace('"mode"', '"shine"'));
    expect((await runCli(folder, args)).stderr).toContain("changed");
    rmSync(join(folder, "out"), { recursive: true });
    renameSync(join(folder, "older"), join(folder, "out"));
    expect(await takesShortWay(folder, [...args, "--check"])).toBe(false);
    expect((await runCli(folder, [...args, "--check"])).code).toBe(1);
  });

  it.each([
    ["other artifacts", ["--emit", "types"]],
    ["another runtime", ["--runtime", "package"]],
    ["another extension", ["--import-extension", "ts"]],
  ])("when %s are wanted", async (_, more) => {
    const { folder } = await generated();
    expect(await takesShortWay(folder, [...args, ...more])).toBe(false);
  });
});

const referring = lampCsdl.replace(
  /(?=<edmx:DataServices)/,
  '<edmx:Reference Uri="rooms.xml"><edmx:Include Namespace="contoso.rooms"/></edmx:Reference>',
);
const rooms = lampCsdl.replaceAll("contoso.home", "contoso.rooms");

describe("a document that refers to others", () => {
  const line = ["generate", "lamps.xml", "-o", "out"];

  it("is up to date while they are", async () => {
    const { folder, said } = await generated({ "lamps.xml": referring, "rooms.xml": rooms }, line);
    expect(await takesShortWay(folder, line)).toBe(true);
    expect((await runCli(folder, line)).stderr).toBe(said);
    writeFileSync(join(folder, "rooms.xml"), rooms.replace('"mode"', '"shine"'));
    expect(await takesShortWay(folder, line)).toBe(false);
  });

  it("is not when one that was missing is there", async () => {
    const { folder, said } = await generated({ "lamps.xml": referring }, line);
    expect(said).toContain("reference-not-loaded");
    expect(await takesShortWay(folder, line)).toBe(true);
    writeFileSync(join(folder, "rooms.xml"), rooms);
    expect(await takesShortWay(folder, line)).toBe(false);
  });
});
