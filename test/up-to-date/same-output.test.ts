/** The folder of generated files depends on what the inputs say, not on how they are stored. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lampCsdl, lampPages } from "../cli/lamp-inputs.js";
import { runCli } from "../cli/run-cli.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

/** With an attribute that gives a warning. */
const lamps = lampCsdl.replace('Name="mode"', 'Name="mode" Odd="1"');
const inputs = {
  "in/lamps.xml": lamps,
  "in/rooms.xml": lampCsdl.replaceAll("contoso.home", "contoso.rooms"),
  ...lampPages,
};
const files = {
  ".gitignore": "node_modules\n",
  "package.json": "{}",
  "node_modules/.package-lock.json": "{}",
  ...inputs,
};
const line = ["generate", "in/lamps.xml", "in/rooms.xml", "pages", "-o", "out"];

/** A git repository with the inputs and their output, all committed. */
async function committed() {
  const folder = temporaryFolder(files);
  const { code, stderr } = await runCli(folder, line);
  expect(code).toBe(0);
  expect(stderr).toContain("warning");
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "Output");
  return { folder, said: stderr };
}

function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

const changes: Readonly<Record<string, (folder: string) => readonly string[] | undefined>> = {
  "an input has another name": (folder) => {
    renameSync(join(folder, "in/lamps.xml"), join(folder, "in/z.xml"));
    return ["generate", "in/z.xml", "in/rooms.xml", "pages", "-o", "out"];
  },
  "the inputs are elsewhere": (folder) => {
    mkdirSync(join(folder, "deep/er"), { recursive: true });
    for (const name of ["in", "pages"]) renameSync(join(folder, name), join(folder, "deep/er", name));
    return ["generate", "deep/er/in/lamps.xml", "deep/er/in/rooms.xml", "deep/er/pages", "-o", "out"];
  },
  "the inputs have CRLF": (folder) => {
    for (const path of Object.keys(inputs)) rewrite(join(folder, path), (text) => text.replaceAll("\n", "\r\n"));
    return undefined;
  },
  "the inputs have a byte order mark": (folder) => {
    for (const path of Object.keys(inputs)) rewrite(join(folder, path), (text) => `\uFEFF${text}`);
    return undefined;
  },
  "the inputs are named in another order": () => ["generate", "pages", "in/rooms.xml", "in/lamps.xml", "-o", "out"],
  "nothing is recorded of the run": (folder) => {
    rmSync(join(folder, "node_modules/.cache"), { recursive: true });
    return undefined;
  },
};

describe("--check finds nothing, and generate changes nothing,", () => {
  it.each(Object.entries(changes))("when %s", async (_, change) => {
    const { folder, said } = await committed();
    const changed = change(folder) ?? line;
    const before = contentOf(join(folder, "out"));
    expect(await runCli(folder, [...changed, "--check", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
    const { code, stderr } = await runCli(folder, changed);
    expect({ code, warnings: counts(stderr) }).toEqual({ code: 0, warnings: counts(said) });
    expect(contentOf(join(folder, "out"))).toEqual(before);
    expect(git(folder, "status", "--porcelain", "--", ".", ":!in", ":!pages", ":!deep")).toBe("");
  });
});

/** The last line, with the number of diagnostics. */
function counts(stderr: string): string | undefined {
  return stderr.trimEnd().split("\n").at(-1);
}

describe("a manifest", () => {
  it("has the version of the tool and the files with their hashes, and nothing else", async () => {
    const folder = temporaryFolder(files);
    await runCli(folder, line);
    const path = join(folder, "out/.odata-codegen.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as object;
    expect(Object.keys(manifest)).toEqual(["generator", "version", "files"]);
  });

  it("of an earlier version, with inputs and run, is replaced", async () => {
    const folder = temporaryFolder(files);
    const { stderr } = await runCli(folder, line);
    const path = join(folder, "out/.odata-codegen.json");
    const text = readFileSync(path, "utf8");
    const run = { key: "k", references: [], counts: {}, diagnostics: [], seal: "s" };
    writeFileSync(path, `${JSON.stringify({ ...(JSON.parse(text) as object), inputs: "i", run })}\n`);
    expect(await runCli(folder, line)).toMatchObject({
      code: 0,
      stderr: stderr.replace(/\d+ changed/, "none changed"),
    });
    expect(readFileSync(path, "utf8")).toBe(text);
  });
});
