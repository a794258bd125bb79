/** The names of a service in the lock file beside the config file. */
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { runCli } from "./run-cli.js";

const lockFile = "odata-codegen.lock.json";

const schema = (inside: string) =>
  `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="a" xmlns="http://docs.oasis-open.org/odata/ns/edm">${inside}</Schema></edmx:DataServices></edmx:Edmx>`;
const user = '<ComplexType Name="user"><Property Name="mail" Type="Edm.String"/></ComplexType>';
const upper = '<ComplexType Name="User"><Property Name="fax" Type="Edm.String"/></ComplexType>';

function folderOf(files: Readonly<Record<string, string>> = {}) {
  const services = { a: { input: "a.xml", output: "out", emit: ["types"] } };
  const folder = temporaryFolder({
    "odata-codegen.config.json": JSON.stringify({ services }),
    "a.xml": schema(user),
    ...files,
  });
  return {
    folder,
    write: (path: string, text: string) => writeFileSync(join(folder, path), text),
    read: (path: string) => readFileSync(join(folder, path), "utf8"),
    run: (...args: readonly string[]) => runCli(folder, ["generate", ...args]),
  };
}

type Lock = { services: Record<string, Record<string, unknown>> };
const locked = (text: string) => (JSON.parse(text) as Lock).services;

describe("generate", () => {
  it("keeps the names of a service, and gives them again when it grows", async () => {
    const { run, read, write } = folderOf();
    expect(await run()).toMatchObject({ code: 0 });
    expect(locked(read(lockFile))).toEqual({ a: { names: { flat: "a", modules: {}, names: { "a.user": "User" } } } });
    write("a.xml", schema(upper + user));
    expect(await run()).toMatchObject({ code: 0 });
    expect(read("out/types.ts")).toMatch(/interface User \{[^}]*mail/);
    expect(read("out/types.ts")).toMatch(/interface User_ \{[^}]*fax/);
    write("a.xml", schema(upper));
    await run();
    expect(locked(read(lockFile))).toMatchObject({ a: { names: { names: { "a.User": "User_" } } } });
  });

  it("keeps what else the lock file has", async () => {
    const other = { names: { modules: {}, names: {} } };
    const inputs = { "https://host/a": { file: "a.xml", sha256: "0".repeat(64) } };
    const { run, read } = folderOf({
      [lockFile]: JSON.stringify({ lockVersion: 1, services: { other, a: { inputs } } }),
    });
    await run();
    expect(locked(read(lockFile))).toMatchObject({ other, a: { inputs, names: { names: { "a.user": "User" } } } });
  });

  it("writes the lock file if the names differ, after the output", async () => {
    const { folder, run, write, read } = folderOf();
    await run();
    const path = join(folder, lockFile);
    utimesSync(path, 1, 1);
    await run();
    write("a.xml", schema(user.replace("mail", "phone")));
    await run();
    expect(read("out/types.ts")).toContain("phone");
    expect(statSync(path).mtimeMs).toBe(1000);
    write("a.xml", schema(`${user}<ComplexType Name="`));
    expect(await run()).toMatchObject({ code: 1 });
    expect(statSync(path).mtimeMs).toBe(1000);
  });

  it("keeps none of inputs of the command line", async () => {
    const { folder, run } = folderOf();
    await run("a.xml", "-o", "other");
    expect(existsSync(join(folder, lockFile))).toBe(false);
  });

  it("gives the names of a part when all of the service is selected", async () => {
    const { run, read, write } = folderOf();
    write("a.xml", schema(upper + user));
    await run("--include", "a.user");
    const part = read(lockFile);
    expect(locked(part)).toMatchObject({ a: { names: { names: { "a.User": "User", "a.user": "User_" } } } });
    await run();
    expect(read(lockFile)).toBe(part);
  });

  it("gives another name for one of the lock that no type can have, warns once, and repairs the lock", async () => {
    const { run, read } = folderOf();
    await run();
    const [types, lock] = [read("out/types.ts"), read(lockFile)];
    const taken = lock.replace('"User"', '"user"');
    expect(taken).not.toBe(lock);
    const again = folderOf({ [lockFile]: taken });
    const { code, stderr } = await again.run();
    expect([code, stderr]).toEqual([0, expect.stringContaining("warning locked-name-refused: The name for a.user")]);
    expect([again.read("out/types.ts"), again.read(lockFile)]).toEqual([types, lock]);
    expect((await again.run()).stderr).not.toContain("warning");
  });
});

describe("generate --check", () => {
  it("fails where the lock file is behind, which it leaves as it is", async () => {
    const { folder, run, read, write } = folderOf();
    await run();
    expect(await run("--check")).toMatchObject({ code: 0 });
    const lock = read(lockFile);
    rmSync(join(folder, lockFile));
    const { code, stderr } = await run("--check");
    expect([code, stderr.match(/error (?:lock|output)-\w+-?\w*/g)]).toEqual([1, ["error lock-file-outdated"]]);
    expect(existsSync(join(folder, lockFile))).toBe(false);
    write(lockFile, lock.replace('"User"', '"Person"'));
    expect((await run("--check")).stderr).toContain("output-outdated");
  });
});
