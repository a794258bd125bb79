import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { memoryIo } from "../../src/memory/memory-io.js";
import { checkOutput } from "../../src/output/check-output.js";
import type { OutputIo } from "../../src/output/disk/output-io.js";
import { writeOutput } from "../../src/output/write-output.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { request } from "../output/request.js";

const tree = { "a.xml": "<a/>", "docs/b.md": "# b\n", "docs/deep/c.md": "é", "node_modules/d.md": "d", ".e.md": "e" };

describe("reading from memory", () => {
  it("gives what the file system gives", async () => {
    const cwd = temporaryFolder();
    fill(cwd, tree);
    const both = [nodeIo(cwd), memoryIo(tree, { cwd })] as const;
    const seen = both.map(async (io) => ({
      stats: await Promise.all(["", "a.xml", "docs", "none", "a.xml/x"].map((path) => io.stat(join(cwd, path)))).then(
        (found) => found.map((one) => one && { kind: one.kind, ...(one.kind === "file" && { size: one.size }) }),
      ),
      names: (await io.list(cwd)).map(({ name, kind }) => `${name} ${kind}`).sort(),
      globs: await Promise.all(["**/*.md", "*.xml", "docs/{b,x}.md"].map((glob) => io.glob(glob, cwd))).then((found) =>
        found.map((paths) => paths.map((path) => resolve(path)).sort()),
      ),
      text: Buffer.from(await io.readFile(join(cwd, "docs/deep/c.md"), 10)).toString(),
      part: (await io.readFile(join(cwd, "a.xml"), 2)).length,
      real: await io.realPath(join(cwd, "docs/../a.xml")),
      missing: await io.readFile(join(cwd, "none"), 10).catch((failure: NodeJS.ErrnoException) => failure.code),
    }));
    const [ofNode, ofMemory] = await Promise.all(seen);
    expect(ofMemory).toEqual(ofNode);
  });

  it("starts in its working folder, with the environment and standard input that it is given", async () => {
    const io = memoryIo({ "/other/x.xml": "<x/>" }, { cwd: "/work", env: { A: "1" }, stdin: "<y/>" });
    expect([io.cwd, io.env]).toEqual([resolve("/work"), { A: "1" }]);
    expect(Buffer.from(await io.stdin(3)).toString()).toBe("<y/");
    io.write("z/z.xml", "<z/>");
    expect(io.files()).toEqual({ "../other/x.xml": "<x/>", "z/z.xml": "<z/>" });
  });
});

describe("writing into memory", () => {
  const first = { "index.ts": "1\n", "runtime/core.ts": "2\n" };
  const second = { "index.ts": "3\n", "types.ts": "4\n" };

  async function written(io: ReturnType<typeof memoryIo>, files: Readonly<Record<string, string>>, wrap?: OutputIo) {
    const report = new Report();
    const result = await writeOutput(request(io.cwd, files), report, { io: wrap ?? io });
    const rest = Object.fromEntries(Object.entries(io.files()).filter(([path]) => !path.endsWith(".json")));
    return { result, codes: report.diagnostics.map(({ code }) => code), files: rest };
  }

  it("writes, replaces and removes as on a disk, and leaves nothing else", async () => {
    const io = memoryIo();
    await written(io, first);
    const { result, codes, files } = await written(io, second);
    expect(codes).toEqual([]);
    expect(result).toEqual({ written: ["index.ts", "types.ts", ".odata-codegen.json"], removed: ["runtime/core.ts"] });
    expect(files).toEqual({ "out/index.ts": "3\n", "out/types.ts": "4\n" });
    expect(await checkOutput(request(io.cwd, second), new Report(), { io })).toEqual([]);
    expect(await checkOutput(request(io.cwd, first), new Report(), { io })).toContainEqual({
      path: "types.ts",
      state: "stale",
    });
  });

  it("leaves what was edited, and files of somebody else", async () => {
    const io = memoryIo();
    await written(io, first);
    io.write("out/index.ts", "mine\n");
    expect(await written(io, second)).toMatchObject({ result: undefined, codes: ["output-modified"] });
    expect(io.files()["out/index.ts"]).toBe("mine\n");
  });

  it("reverts everything if a rename fails, in any file system", async () => {
    const io = memoryIo();
    const { files } = await written(io, first);
    let renames = 0;
    const broken: OutputIo = {
      ...io,
      rename: async (from, to) => {
        if (to.endsWith("types.ts") && renames++ === 0) throw new Error("the disk is gone");
        await io.rename(from, to);
      },
    };
    const failed = await written(io, second, broken);
    expect(failed).toEqual({ result: undefined, codes: ["output-unwritable"], files });
  });

  it("finishes what a stopped run left", async () => {
    const io = memoryIo();
    await written(io, first);
    const stopped = new Promise<never>(() => {});
    let reached: () => void = () => {};
    const isReached = new Promise<void>((resolve) => (reached = resolve));
    const hanging: OutputIo = {
      ...io,
      lock: async () => ({ state: "taken", release: async () => {} }),
      rename: async (from, to) => (to.endsWith("types.ts") ? (reached(), await stopped) : io.rename(from, to)),
    };
    void written(io, second, hanging);
    await isReached;
    expect(io.files()["out/types.ts"]).toBeUndefined();
    expect(await checkOutput(request(io.cwd, second), new Report(), { io })).toEqual([]);
    expect(io.files()["out/types.ts"]).toBe("4\n");
  });

  it("admits one run at a time", async () => {
    const io = memoryIo();
    const outcomes = await Promise.all([written(io, first), written(io, first)]);
    expect(outcomes.flatMap(({ codes }) => codes)).toEqual(["output-locked"]);
  });
});
