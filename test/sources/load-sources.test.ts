import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { type LoadOptions, loadSources } from "../../src/sources/load-sources.js";
import type { Io } from "../../src/sources/io.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { recognize } from "./recognize.js";

const edmx = '<edmx:Edmx Version="4.0"/>';

async function load(inputs: readonly string[], io: Io, options: Partial<LoadOptions<"csdl" | "page">> = {}) {
  const report = new Report();
  const { loaded } = await loadSources(inputs, io, report, { recognize, ...options });
  return {
    names: loaded.map(({ source }) => source.name),
    kinds: loaded.map(({ kind }) => kind),
    loaded,
    said: report.diagnostics.map(({ code, place, message }) => ({ code, place, message })),
    codes: report.diagnostics.map(({ code }) => code),
  };
}

describe("loadSources", () => {
  it("reads files, folders and globs, each file once, whatever the order of the inputs", async () => {
    const cwd = temporaryFolder({ "a/one.xml": edmx, "a/b/two.md": "# Two", "c/three.xml": edmx, "four.xml": edmx });
    const io = nodeIo(cwd);
    const inputs = ["four.xml", "./a", "a/b/two.md", join(cwd, "a/one.xml"), "c/*.xml"];
    const expected = ["a/b/two.md", "a/one.xml", "c/three.xml", "four.xml"];
    const there = await load(inputs, io);
    const back = await load(inputs.toReversed(), io);
    expect(there.names).toEqual(expected);
    expect(there.kinds).toEqual(["page", "csdl", "csdl", "csdl"]);
    expect(there.loaded.map(({ path }) => path)).toEqual(expected.map((path) => join(cwd, path)));
    expect(back.names).toEqual(expected);
    expect([...there.said, ...back.said]).toEqual([]);
  });

  it("reads paths and globs with \\ where that separates the parts of a path, and prints them with /", async () => {
    const cwd = temporaryFolder({ "a/one.xml": edmx, "a/b/two.md": "# Two", "c/three.xml": edmx });
    const windows: Io = { ...nodeIo(cwd), separator: "\\" };
    const { names, said } = await load(["a\\one.xml", ".\\a\\b", "c\\*.xml"], windows);
    expect([names, said]).toEqual([["a/b/two.md", "a/one.xml", "c/three.xml"], []]);
    const missing = await load(["a\\none.xml", "none\\*.xml"], windows);
    expect(missing.said.map(({ message }) => message)).toEqual([
      'No file or folder matches "a/none.xml"; check the path.',
      'No file or folder matches "none/*.xml"; check the path.',
    ]);
  });

  it("takes \\ as part of a name elsewhere", async () => {
    const cwd = temporaryFolder({ "a\\one.xml": edmx });
    expect((await load(["a\\one.xml"], { ...nodeIo(cwd), separator: "/" })).names).toEqual(["a\\one.xml"]);
  });

  it("reads files once that a folder and a glob name", async () => {
    const cwd = temporaryFolder({ "a/one.xml": edmx, "a/two.xml": edmx });
    for (const inputs of [
      ["a", "a/*.xml"],
      ["a/*.xml", "a"],
    ]) {
      const { names, said } = await load(inputs, nodeIo(cwd));
      expect([names, said]).toEqual([["a/one.xml", "a/two.xml"], []]);
    }
  });

  it("gives the same order of texts from every working folder", async () => {
    const root = temporaryFolder({ "a/z.xml": `${edmx}<!-- z -->`, "b/y.xml": `${edmx}<!-- y -->` });
    const fromRoot = await load(["a", "b"], nodeIo(root));
    const fromA = await load(["../b", "."], nodeIo(join(root, "a")));
    expect(fromA.names).toEqual(["z.xml", "../b/y.xml"]);
    expect(fromA.loaded.map(({ source }) => source.text)).toEqual(fromRoot.loaded.map(({ source }) => source.text));
  });

  it("leaves out what a folder holds besides, with one notice for the folder", async () => {
    const cwd = temporaryFolder({
      "in/a.xml": edmx,
      "in/logo.png": Uint8Array.of(0x89, 0x50, 0xff),
      "in/notes.txt": "hello",
      "in/.git/b.xml": edmx,
      "in/node_modules/c.xml": edmx,
    });
    const { names, said } = await load(["in"], nodeIo(cwd));
    expect(names).toEqual(["in/a.xml"]);
    expect(said).toEqual([
      {
        code: "files-skipped",
        place: { path: "in" },
        message: '2 files in "in" skipped, not recognized as CSDL or a reference page: "in/logo.png" and others.',
      },
    ]);
  });

  it("does not leave out a file of a folder that seems meant, but cannot be read", async () => {
    const latin1 = Buffer.from(`${edmx}<!--é-->`, "latin1");
    const cwd = temporaryFolder({
      "in/a.xml": edmx,
      "in/latin1.xml": latin1,
      "in/utf16.xml": Buffer.from(edmx, "utf16le"),
    });
    const { names, said } = await load(["in"], nodeIo(cwd));
    expect(names).toEqual(["in/a.xml"]);
    expect(said.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: "unsupported-encoding", place: { path: "in/latin1.xml" } },
      { code: "unsupported-encoding", place: { path: "in/utf16.xml" } },
    ]);
  });

  it("treats a file that is named as meant, also when its folder is named too", async () => {
    const cwd = temporaryFolder({ "in/a.xml": edmx, "in/notes.txt": "hello", "in/empty.xml": "\uFEFF \n" });
    const { said } = await load(["in", "in/notes.txt", "in/empty.xml"], nodeIo(cwd));
    expect(said.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: "empty-input", place: { path: "in/empty.xml" } },
      { code: "unknown-kind", place: { path: "in/notes.txt" } },
    ]);
  });

  it("says what is not there, and that a folder holds nothing of use", async () => {
    const cwd = temporaryFolder({ "in/notes.txt": "hello", "a.xml": edmx });
    const { codes, names } = await load(["gone.xml", "*.json", "a.xml/b", "in", "a.xml"], nodeIo(cwd));
    expect(codes.toSorted()).toEqual(["input-not-found", "input-not-found", "input-not-found", "nothing-recognized"]);
    expect(names).toEqual(["a.xml"]);
  });

  it("takes a file whose name looks like a glob for itself", async () => {
    const cwd = temporaryFolder({ "a[1].xml": edmx, "a1.xml": edmx });
    expect((await load(["a[1].xml"], nodeIo(cwd))).names).toEqual(["a[1].xml"]);
  });

  it("follows links among the inputs, and is not caught in a circle of them", async () => {
    const cwd = temporaryFolder({ "in/deep/a.xml": edmx, "elsewhere/b.xml": edmx });
    symlinkSync("..", join(cwd, "in/deep/up"));
    symlinkSync(join(cwd, "elsewhere"), join(cwd, "in/linked"));
    symlinkSync("nowhere", join(cwd, "in/dangling"));
    const { names, codes } = await load(["in"], nodeIo(cwd));
    expect(names).toEqual(["in/deep/a.xml", "in/linked/b.xml"]);
    expect(codes).toEqual(["files-skipped"]);
  });

  it("starts relative inputs from the base, and adds to the sources it is given", async () => {
    const cwd = temporaryFolder({ "sub/a.xml": edmx });
    const sources = new Sources();
    sources.add("config.json", "{}");
    const { loaded } = await load(["*.xml"], nodeIo(cwd), { base: join(cwd, "sub"), sources });
    expect(loaded.map(({ source }) => source)).toEqual([{ index: 1, name: "sub/a.xml", text: edmx }]);
  });

  it("reads the standard input", async () => {
    const io = { ...nodeIo(temporaryFolder()), stdin: async () => Buffer.from(edmx) };
    expect((await load(["-", "-"], io)).names).toEqual(["<stdin>"]);
  });

  it.skipIf(process.platform === "win32")("refuses what is no file, without waiting for it (r10)", async () => {
    const cwd = temporaryFolder();
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    const { said } = await load(["pipe", "/dev/zero"], nodeIo(cwd));
    expect(said.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: "not-a-file", place: { path: "/dev/zero" } },
      { code: "not-a-file", place: { path: "pipe" } },
    ]);
    await expect(nodeIo(cwd).readFile(join(cwd, "pipe"), 10)).rejects.toThrow("no regular file");
  });

  it("does not read a file beyond the limit, nor more of the standard input (r10)", async () => {
    const cwd = temporaryFolder({ "huge.xml": edmx, "in/huge.xml": edmx, "in/huge.bin": "x" });
    for (const path of ["huge.xml", "in/huge.xml", "in/huge.bin"]) truncateSync(join(cwd, path), 100 * 1024 * 1024);
    const read: number[] = [];
    const io: Io = {
      ...nodeIo(cwd),
      readFile: async (path, limit) => {
        read.push(limit);
        return nodeIo(cwd).readFile(path, limit);
      },
      stdin: async (limit) => Buffer.alloc(limit, 0x20),
    };
    const { said } = await load(["huge.xml", "in", "-"], io);
    expect(said.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: "input-too-large", place: { path: "huge.xml" } },
      { code: "input-too-large", place: { path: "in/huge.xml" } },
      { code: "input-too-large", place: { path: "<stdin>" } },
      { code: "files-skipped", place: { path: "in" } },
    ]);
    expect(Math.max(...read)).toBeLessThan(1024 * 1024);
  });

  it("says which part of a folder cannot be read, and reads the rest", async () => {
    const cwd = temporaryFolder({ "in/a.xml": edmx });
    mkdirSync(join(cwd, "in/locked"));
    const real = nodeIo(cwd);
    const io: Io = {
      ...real,
      list: (folder) =>
        folder.endsWith("locked")
          ? Promise.reject(new Error("EACCES: permission denied, scandir '/x'"))
          : real.list(folder),
    };
    const { names, said } = await load(["in"], io);
    expect(names).toEqual(["in/a.xml"]);
    expect(said).toEqual([
      {
        code: "input-unreadable",
        place: { path: "in/locked" },
        message:
          '"in/locked" cannot be read (EACCES: permission denied); check its permissions, or remove it from the inputs.',
      },
    ]);
  });
});

describe("a file that is found and then cannot be read", () => {
  const failing = (stat: Io["stat"]): Io => {
    const real = nodeIo(temporaryFolder({ "a.xml": edmx }));
    let found = false;
    return {
      ...real,
      stat: (path) => (found ? stat(path) : real.stat(path)),
      readFile: () => {
        found = true;
        return Promise.reject(new Error("EIO: i/o error, read"));
      },
    };
  };

  it.each<[reason: string, stat: Io["stat"]]>([
    ["it no longer exists", async () => undefined],
    ["EIO: i/o error", (path) => nodeIo("/").stat(path)],
  ])("is reported: %s", async (reason, stat) => {
    const { said, names } = await load(["a.xml"], failing(stat));
    expect(names).toEqual([]);
    expect(said).toEqual([
      {
        code: "input-unreadable",
        place: { path: "a.xml" },
        message: `"a.xml" cannot be read (${reason}); check its permissions, or remove it from the inputs.`,
      },
    ]);
  });
});

describe("nodeIo", () => {
  it("reads a file whole, or as much as is asked for", async () => {
    const cwd = temporaryFolder();
    fill(cwd, { "a.bin": Buffer.alloc(300_000, 7), "empty.bin": "" });
    const io = nodeIo(cwd);
    expect(Buffer.alloc(300_000, 7).equals(await io.readFile(join(cwd, "a.bin"), 1_000_000))).toBe(true);
    expect((await io.readFile(join(cwd, "a.bin"), 1_000)).length).toBe(1_000);
    expect((await io.readFile(join(cwd, "empty.bin"), 1_000)).length).toBe(0);
  });

  it.skipIf(process.platform !== "linux")("reads a file that does not say how large it is", async () => {
    expect((await nodeIo("/").readFile("/proc/self/stat", 1_000_000)).length).toBeGreaterThan(20);
  });
});

describeWithCorpus("loadSources over the corpus", () => {
  it("reads UTF-16 with its mark, and says which byte of a broken file is wrong", async () => {
    const { names, said } = await load(["hostile/s18-utf16le-bom.xml", "hostile/s19-invalid-utf8.xml"], nodeIo(corpus));
    expect(names).toEqual(["hostile/s18-utf16le-bom.xml"]);
    expect(said).toEqual([
      {
        code: "unsupported-encoding",
        place: { path: "hostile/s19-invalid-utf8.xml" },
        message: expect.stringMatching(/^The byte at offset \d+ is not valid UTF-8 text/),
      },
    ]);
  });

  it("finds every CSDL of a folder of real services", async () => {
    const { names, kinds } = await load(["graph"], nodeIo(corpus));
    expect(names).toEqual(["graph/beta-2021-07.csdl", "graph/v1.0-2021-07.csdl", "graph/v1.0-2026-08.csdl"]);
    expect(kinds).toEqual(["csdl", "csdl", "csdl"]);
  });
});
