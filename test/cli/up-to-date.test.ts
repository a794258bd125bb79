import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampCsdl, lampFiles } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

const args = ["generate", "lamps.xml", "pages", "-o", "out"];
const manifest = ".odata-codegen.json";

/** A folder whose output is up to date, and what the run that made it said, but for its last line. */
function generated(files: Readonly<Record<string, string>> = lampFiles, line: readonly string[] = args) {
  const folder = temporaryFolder(files);
  const { code, stderr } = runCli(folder, line);
  expect(code).toBe(0);
  return { folder, said: stderr.replace(/\d+ changed/, "none changed") };
}

/** Whether a run gets by without the pipeline. */
function takesShortWay(folder: string, line: readonly string[] = args): boolean {
  const { stderr } = runCli(folder, line, { env: { NODE_OPTIONS: `--import ${blocked}` } });
  return !stderr.includes("the pipeline was loaded");
}

/** Refuses to load the pipeline, and with it the parsers, the templates and the merge. */
const blocked = `data:text/javascript,${encodeURIComponent(`
import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent(\`
export async function load(url, context, next) {
  if (url.endsWith("/dist/generate.js")) throw new Error("the pipeline was loaded");
  return next(url, context);
}\`));
`)}`;

describe("a run that finds everything as the last one left it", () => {
  it("loads no parser, and says and exits the same", () => {
    const { folder, said } = generated();
    expect(said).toContain("warning");
    expect(takesShortWay(folder)).toBe(true);
    expect(runCli(folder, args)).toEqual({ code: 0, stdout: "", stderr: said });
    expect(runCli(folder, [...args, "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(runCli(folder, [...args, "--max-warnings", "0"]).code).toBe(1);
  });

  it("says the same as data", () => {
    const line = [...args, "--format", "json"];
    const { folder, said } = generated(lampFiles, line);
    expect(takesShortWay(folder, line)).toBe(true);
    expect(runCli(folder, line).stderr).toBe(said);
  });

  it("is up to date for --check too, while --verify does all", () => {
    const { folder } = generated();
    expect(takesShortWay(folder, [...args, "--check"])).toBe(true);
    expect(runCli(folder, [...args, "--check"]).stderr).toMatch(/\(\d+ files, up to date\)\n\d/);
    expect(takesShortWay(folder, [...args, "--verify"])).toBe(false);
  });

  it("says the same from another working folder", () => {
    const { folder } = generated();
    const inside = join(folder, "deep");
    mkdirSync(inside);
    const line = ["generate", "../lamps.xml", "../pages", "-o", "../out"];
    expect(takesShortWay(inside, line)).toBe(true);
    expect(runCli(inside, line).stderr).toContain("../pages/");
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
    const path = join(folder, "out", manifest);
    writeFileSync(path, readFileSync(path, "utf8").replace(/ {4}"client\.ts".*\n/, ""));
  },
  "what the manifest says was said is another": (folder) => {
    const path = join(folder, "out", manifest);
    writeFileSync(path, readFileSync(path, "utf8").replace(/"diagnostics":\[.*\](?=,"seal")/, '"diagnostics":[]'));
  },
  "another run was killed there": (folder) => writeFileSync(join(folder, "out/.odata-codegen.lock"), "{}"),
  "the tool was changed since": (folder) => {
    const path = join(folder, "out", manifest);
    const before = statSync(new URL("../../dist/cli/main.js", import.meta.url)).mtimeMs / 1000 - 3600 * 24 * 365;
    utimesSync(path, before, before);
  },
};

describe("a run does all of the work", () => {
  it.each(Object.entries(edits))("when %s", (_, edit) => {
    const { folder } = generated();
    edit(folder);
    expect(takesShortWay(folder)).toBe(false);
  });

  it.each([
    ["other artifacts", ["--emit", "types"]],
    ["another runtime", ["--runtime", "package"]],
    ["another extension", ["--import-extension", "ts"]],
  ])("when %s are wanted", (_, more) => {
    const { folder } = generated();
    expect(takesShortWay(folder, [...args, ...more])).toBe(false);
  });
});

const referring = lampCsdl.replace(
  /(?=<edmx:DataServices)/,
  '<edmx:Reference Uri="rooms.xml"><edmx:Include Namespace="contoso.rooms"/></edmx:Reference>',
);
const rooms = lampCsdl.replaceAll("contoso.home", "contoso.rooms");

describe("a document that refers to others", () => {
  const line = ["generate", "lamps.xml", "-o", "out"];

  it("is up to date while they are", () => {
    const { folder, said } = generated({ "lamps.xml": referring, "rooms.xml": rooms }, line);
    expect(takesShortWay(folder, line)).toBe(true);
    expect(runCli(folder, line).stderr).toBe(said);
    writeFileSync(join(folder, "rooms.xml"), rooms.replace('"mode"', '"shine"'));
    expect(takesShortWay(folder, line)).toBe(false);
  });

  it("is not when one that was missing is there", () => {
    const { folder, said } = generated({ "lamps.xml": referring }, line);
    expect(said).toContain("reference-not-loaded");
    expect(takesShortWay(folder, line)).toBe(true);
    writeFileSync(join(folder, "rooms.xml"), rooms);
    expect(takesShortWay(folder, line)).toBe(false);
  });
});
