/** Where the record of a run is kept, and when it counts. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "../../src/up-to-date/cache/cache-folder.js";
import { type CachedRun, readCachedRun, writeCachedRun } from "../../src/up-to-date/cache/cached-run.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";

const aPackage = { "package.json": "{}", "node_modules/.package-lock.json": "{}" };
const cache = "node_modules/.cache/odata-codegen";

describe("the folder of the cache", () => {
  const env = { XDG_CACHE_HOME: "/cache" };

  it("is in the nearest package above the output that has modules", () => {
    const folder = temporaryFolder(aPackage);
    fill(folder, { "packages/a/package.json": "{}", "packages/b/package.json": "{}", "packages/b/node_modules/c": "" });
    expect(cacheFolder(join(folder, "src/api"), env)).toBe(join(folder, cache));
    expect(cacheFolder(join(folder, "packages/a/src/api"), env)).toBe(join(folder, cache));
    expect(cacheFolder(join(folder, "packages/b/src/api"), env)).toBe(join(folder, "packages/b", cache));
  });

  it("is the user's where there is no package, also where the output is one", () => {
    expect(cacheFolder(temporaryFolder(aPackage), env)).toBe("/cache/odata-codegen");
    expect(cacheFolder("/", env)).toBe("/cache/odata-codegen");
    for (const none of [{}, { XDG_CACHE_HOME: "" }, { XDG_CACHE_HOME: "relative" }])
      expect(cacheFolder("/", none)).toBe(join(homedir(), ".cache/odata-codegen"));
  });
});

const cached: CachedRun = {
  manifest: "m",
  run: { key: "k", references: [], counts: { types: 1, enums: 2, requests: 3 }, diagnostics: [["c", [0, 1, "\r\n"]]] },
};

/** A package, the run of an output folder in it, and the file that records it. */
async function recorded() {
  const root = temporaryFolder(aPackage);
  const of = { folder: join(root, "out"), version: "1" };
  mkdirSync(of.folder);
  await writeCachedRun(of, cached);
  const [name = ""] = readdirSync(join(root, cache));
  return { root, of, path: join(root, cache, name) };
}

describe("the record of a run", () => {
  it("is read as it was written, by output folder and version of the tool", async () => {
    const { of } = await recorded();
    expect(readCachedRun(of)).toEqual({ ...cached, recordedAt: expect.any(Number) });
    expect(readCachedRun({ ...of, version: "2" })).toBeUndefined();
    expect(readCachedRun({ ...of, folder: `${of.folder}/sub` })).toBeUndefined();
    await writeCachedRun({ ...of, version: "2" }, cached);
    expect(readCachedRun({ ...of, version: "2" })).toMatchObject(cached);
  });

  it.each<[string, (text: string) => string]>([
    ["was changed", (text) => text.replace('"types":1', '"types":9')],
    ["is cut off", (text) => text.slice(0, text.length / 2)],
    ["is empty", () => ""],
    ["is something else", () => "null\n{}\n"],
    ["is of another folder", (text) => text.replace('/out"', '/other"')],
  ])("that %s is none, and the next one replaces it", async (_, change) => {
    const { of, path } = await recorded();
    const text = readFileSync(path, "utf8");
    expect(change(text)).not.toBe(text);
    writeFileSync(path, change(text));
    expect(readCachedRun(of)).toBeUndefined();
    await writeCachedRun(of, cached);
    expect(readCachedRun(of)).toMatchObject(cached);
  });

  it("is done without where it cannot be written or read", async () => {
    const { root, of, path } = await recorded();
    rmSync(path);
    mkdirSync(path);
    await writeCachedRun(of, cached);
    expect(readCachedRun(of)).toBeUndefined();
    expect(readdirSync(join(root, cache))).toHaveLength(1);
    const other = temporaryFolder({ ...aPackage, "node_modules/.cache": "a file" });
    await writeCachedRun({ ...of, folder: join(other, "out") }, cached);
    expect(readCachedRun({ ...of, folder: join(other, "out") })).toBeUndefined();
    const locked = temporaryFolder(aPackage);
    chmodSync(join(locked, "node_modules"), 0o555);
    await writeCachedRun({ ...of, folder: join(locked, "out") }, cached);
    chmodSync(join(locked, "node_modules"), 0o755);
  });

  it("goes when its output folder is gone and another one is recorded", async () => {
    const { root, of } = await recorded();
    const other = { ...of, folder: join(root, "other") };
    fill(root, { [`${cache}/notes.txt`]: "of somebody else", "other/types.ts": "" });
    await writeCachedRun(other, cached);
    expect(readdirSync(join(root, cache))).toHaveLength(3);
    rmSync(of.folder, { recursive: true });
    await writeCachedRun({ ...of, folder: join(root, "third") }, cached);
    expect(readCachedRun(of)).toBeUndefined();
    expect(readCachedRun(other)).toMatchObject(cached);
    expect(contentOf(join(root, cache))["notes.txt"]).toBe("of somebody else");
  });
});
