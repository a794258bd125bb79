import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { writeOutput } from "../../src/output/write-output.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { request, write } from "./request.js";

const first = {
  "index.ts": "export * from './types.js';\n",
  "types.ts": "export type A = 1;\n",
  "runtime/core.ts": "export {};\n",
};
const second = { "index.ts": first["index.ts"], "types.ts": "export type A = 2;\n", "client.ts": "export {};\n" };

describe("writeOutput", () => {
  it("writes the files and a manifest that says which they are", async () => {
    const cwd = temporaryFolder();
    const { result, said } = await write(request(cwd, first));
    expect(said).toEqual([]);
    expect(result).toEqual({
      written: ["index.ts", "types.ts", "runtime/core.ts", ".odata-codegen.json"],
      removed: [],
    });
    const { ".odata-codegen.json": manifest = "", ...files } = contentOf(join(cwd, "out"));
    expect(files).toEqual(first);
    expect(manifest).toBe(`{
  "generator": "odata-codegen",
  "version": "0.1.0",
  "files": {
    "index.ts": "e9b7713e6b98b868101a342a9e61bae68cba5f20b8bb214a3e5ef1b015cadb22",
    "runtime/core.ts": "8e609bb71c20b858c77f0e9f90bb1319db8477b13f9f965f1a1e18524bf50881",
    "types.ts": "07f603c1ce79a17ffa66779d82b32b9d5cecfb58605443b51f3d5e98f5bc1a02"
  }
}
`);
  });

  it("touches nothing when nothing changed, not even where it may not write", async () => {
    const cwd = temporaryFolder();
    const out = join(cwd, "out");
    await write(request(cwd, first));
    for (const path of Object.keys(contentOf(out))) utimesSync(join(out, path), 1, 1);
    utimesSync(out, 1, 1);
    chmodSync(out, 0o555);
    const { result, said } = await write(request(cwd, first));
    chmodSync(out, 0o755);
    expect({ result, said }).toEqual({ result: { written: [], removed: [] }, said: [] });
    for (const path of ["", ...Object.keys(contentOf(out))]) expect(statSync(join(out, path)).mtimeMs).toBe(1000);
  });

  it("writes only what differs, and removes what is no longer generated with the folder it leaves empty", async () => {
    const cwd = temporaryFolder();
    const out = join(cwd, "out");
    await write(request(cwd, first));
    utimesSync(join(out, "index.ts"), 1, 1);
    const { result } = await write(request(cwd, second));
    expect(result).toEqual({ written: ["types.ts", "client.ts", ".odata-codegen.json"], removed: ["runtime/core.ts"] });
    expect(contentOf(out)).toEqual({ ...second, ".odata-codegen.json": expect.any(String) });
    expect(readdirSync(out).toSorted()).toEqual([".odata-codegen.json", "client.ts", "index.ts", "types.ts"]);
    expect(statSync(join(out, "index.ts")).mtimeMs).toBe(1000);
  });

  it("leaves files of others alone (r01)", async () => {
    const cwd = temporaryFolder({ "out/user.txt": "mine", "out/runtime/keep.ts": "mine too" });
    await write(request(cwd, first));
    const { said } = await write(request(cwd, second));
    expect(said).toEqual([]);
    expect(contentOf(join(cwd, "out"))).toMatchObject({ "user.txt": "mine", "runtime/keep.ts": "mine too", ...second });
  });

  it("refuses to overwrite a file that it did not write (r01)", async () => {
    const cwd = temporaryFolder({ "out/types.ts": "mine" });
    const { result, said } = await write(request(cwd, first));
    expect(result).toBeUndefined();
    expect(said).toEqual([{ code: "output-not-ours", place: { path: "out/types.ts" } }]);
    expect(contentOf(join(cwd, "out"))).toEqual({ "types.ts": "mine" });
  });

  it("takes a file that is already as wanted for its own", async () => {
    const cwd = temporaryFolder({ "out/types.ts": first["types.ts"] });
    expect((await write(request(cwd, first))).said).toEqual([]);
    expect((await write(request(cwd, second))).said).toEqual([]);
  });

  it("refuses to overwrite or remove a file that was changed by hand, and says all of them (r01)", async () => {
    const cwd = temporaryFolder();
    await write(request(cwd, first));
    fill(join(cwd, "out"), { "types.ts": "edited", "runtime/core.ts": "edited" });
    const before = contentOf(join(cwd, "out"));
    const { said, messages } = await write(request(cwd, second));
    expect(said).toEqual([
      { code: "output-modified", place: { path: "out/types.ts" } },
      { code: "output-modified", place: { path: "out/runtime/core.ts" } },
    ]);
    expect(messages[0]).toBe(
      '"out/types.ts" was edited since it was generated; move your change elsewhere, then run generate with --force.',
    );
    expect(contentOf(join(cwd, "out"))).toEqual(before);
  });

  it("takes a checkout with other line ends for the same text (r08)", async () => {
    const cwd = temporaryFolder();
    const out = join(cwd, "out");
    await write(request(cwd, first));
    for (const [path, text] of Object.entries(contentOf(out)))
      writeFileSync(join(out, path), text.replaceAll("\n", "\r\n"));
    expect((await write(request(cwd, first))).result).toEqual({ written: [], removed: [] });
    expect((await write(request(cwd, second))).said).toEqual([]);
    expect(contentOf(out)).toMatchObject({ "types.ts": second["types.ts"] });
  });

  it("never writes through a link (r02, r03)", async () => {
    const cwd = temporaryFolder({ "elsewhere/a.txt": "a", "victim.ts": "mine" });
    symlinkSync(join(cwd, "elsewhere"), join(cwd, "out"));
    expect((await write(request(cwd, first))).said).toEqual([{ code: "output-is-link", place: { path: "out" } }]);
    rmSync(join(cwd, "out"));
    mkdirSync(join(cwd, "out"));
    symlinkSync(join(cwd, "victim.ts"), join(cwd, "out/types.ts"));
    symlinkSync(join(cwd, "elsewhere"), join(cwd, "out/runtime"));
    symlinkSync(join(cwd, "nowhere"), join(cwd, "out/index.ts"));
    expect((await write(request(cwd, first))).said).toEqual([
      { code: "output-is-link", place: { path: "out/index.ts" } },
      { code: "output-is-link", place: { path: "out/types.ts" } },
      { code: "output-is-link", place: { path: "out/runtime" } },
    ]);
    expect(contentOf(join(cwd, "elsewhere"))).toEqual({ "a.txt": "a" });
    expect(readFileSync(join(cwd, "victim.ts"), "utf8")).toBe("mine");
  });

  it("does not remove through a link either", async () => {
    const cwd = temporaryFolder();
    await write(request(cwd, first));
    renameSync(join(cwd, "out/runtime"), join(cwd, "moved"));
    symlinkSync(join(cwd, "moved"), join(cwd, "out/runtime"));
    expect((await write(request(cwd, second))).said).toEqual([
      { code: "output-is-link", place: { path: "out/runtime" } },
    ]);
    expect(contentOf(join(cwd, "moved"))).toEqual({ "core.ts": first["runtime/core.ts"] });
  });

  it("says what stands where a folder or a file must be (r07)", async () => {
    const cwd = temporaryFolder({ "out/runtime": "mine", file: "mine" });
    mkdirSync(join(cwd, "out/types.ts"));
    expect((await write(request(cwd, first))).messages).toEqual([
      '"out/types.ts" is a folder where a file is needed; move it away, or use another output folder.',
      '"out/runtime" is a file where a folder is needed; move it away, or use another output folder.',
    ]);
    expect((await write(request(cwd, first, { folder: "file/out" }))).said).toEqual([
      { code: "output-in-the-way", place: { path: "file" } },
    ]);
    expect(contentOf(cwd)).toEqual({ "out/runtime": "mine", file: "mine" });
  });

  it("writes nothing when an earlier stage failed (r04)", async () => {
    const cwd = temporaryFolder();
    await write(request(cwd, first));
    const before = contentOf(cwd);
    const report = new Report();
    report.add("input-not-found", { path: "x" }, { input: "x" });
    expect(await writeOutput(request(cwd, second), report)).toBeUndefined();
    expect(contentOf(cwd)).toEqual(before);
  });

  it("refuses a manifest that is not one, or that leads outside", async () => {
    const cwd = temporaryFolder({ "victim.ts": "export {};\n" });
    await write(request(cwd, first));
    const manifest = join(cwd, "out/.odata-codegen.json");
    const text = readFileSync(manifest, "utf8");
    for (const bad of [
      "<<<<<<< HEAD",
      "[]",
      '{"generator":"other"}',
      text.replace("runtime/core.ts", "../victim.ts"),
    ]) {
      writeFileSync(manifest, bad);
      expect((await write(request(cwd, second))).said).toEqual([
        { code: "output-manifest-invalid", place: { path: "out/.odata-codegen.json" } },
      ]);
    }
    expect(contentOf(cwd)).toMatchObject({ "victim.ts": "export {};\n" });
  });
});

function writeTo(folder: string, cwd: string, input: string) {
  return write(request(cwd, first, { folder, inputs: [input] }));
}

describe("which folders are refused (r09)", () => {
  it("the root, the home folder, the working folder, those above, and those that hold an input", async () => {
    const root = temporaryFolder({ "home/me/project/schemas/a/m.xml": "x" });
    vi.stubEnv("HOME", join(root, "home/me"));
    const cwd = join(root, "home/me/project");
    const input = join(cwd, "schemas/a/m.xml");
    for (const folder of ["/", ".", "..", "../..", root, "schemas", "schemas/a", "schemas/./a/../a"]) {
      const { said, result } = await writeTo(folder, cwd, input);
      expect([folder, result, said.map(({ code }) => code)]).toEqual([folder, undefined, ["output-refused"]]);
    }
    const { said } = await writeTo(join(root, "home/me"), root, input);
    expect(said.map(({ code }) => code)).toEqual(["output-refused"]);
    vi.unstubAllEnvs();
    expect(contentOf(root)).toEqual({ "home/me/project/schemas/a/m.xml": "x" });
  });

  it("also when a link hides that", async () => {
    const cwd = temporaryFolder({ "schemas/a/m.xml": "x" });
    symlinkSync(join(cwd, "schemas"), join(cwd, "alias"));
    expect((await writeTo("alias/a", cwd, join(cwd, "schemas/a/m.xml"))).said.map(({ code }) => code)).toEqual([
      "output-refused",
    ]);
  });

  it("but not one beside or below the inputs", async () => {
    const cwd = temporaryFolder({ "schemas/a/m.xml": "x" });
    expect((await writeTo("schemas/a-out", cwd, join(cwd, "schemas/a/m.xml"))).said).toEqual([]);
  });
});
