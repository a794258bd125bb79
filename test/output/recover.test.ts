import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { recoverOutput } from "../../src/output/journal/recover.js";
import { atWork, atWorkName, killedName } from "../support/lock-owners.js";
import { nameOf } from "../../src/output/lock/owner.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { check, request, write } from "./request.js";

const lock = ".odata-codegen.lock";
const staged = ".odata-codegen.staged";
const manifest = ".odata-codegen.json";
const first = { "types.ts": "1", "gone.ts": "2" };
const second = { "types.ts": "3", "sub/new.ts": "4" };

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * A working folder with the first output, where a run was killed when it had the second one staged; and how it looks
 * with the whole first and the whole second output.
 */
async function cutShort() {
  const cwd = temporaryFolder();
  await write(request(cwd, first));
  const before = contentOf(cwd);
  const clean = temporaryFolder();
  await write(request(clean, second));
  const after = contentOf(clean);
  const [old, fresh] = [before, after].map((content) => content[`out/${manifest}`] ?? "");
  if (old === undefined || fresh === undefined) throw new Error("no manifest");
  const changes = [
    { path: "gone.ts", before: hash("2") },
    { path: "types.ts", before: hash("1"), after: hash("3") },
    { path: "sub/new.ts", after: hash("4") },
    { path: manifest, before: hash(old), after: hash(fresh) },
  ];
  fill(join(cwd, "out"), {
    [`${lock}/${killedName}`]: "",
    [`${staged}/journal.json`]: journal(changes),
    [`${staged}/1.new`]: "3",
    [`${staged}/1.old`]: "1",
    [`${staged}/2.new`]: "4",
    [`${staged}/3.new`]: fresh,
    [`${staged}/3.old`]: old,
  });
  return { cwd, out: join(cwd, "out"), before, after };
}

function journal(changes: unknown, version: unknown = 1): string {
  return JSON.stringify({ generator: "odata-codegen", journal: version, changes });
}

describe("after a run that was killed while it renamed", () => {
  it("a comparison finishes what it began", async () => {
    const { cwd, out, after } = await cutShort();
    renameSync(join(out, "gone.ts"), join(out, staged, "0.old"));
    renameSync(join(out, staged, "1.new"), join(out, "types.ts"));
    expect(await check(request(cwd, second))).toEqual({ differences: [], codes: [] });
    expect(contentOf(cwd)).toEqual(after);
  });

  it("what was about to be reverted is reverted", async () => {
    const { cwd, out, before } = await cutShort();
    renameSync(join(out, staged, "journal.json"), join(out, staged, "undo.json"));
    renameSync(join(out, "gone.ts"), join(out, staged, "0.old"));
    mkdirSync(join(out, "sub"));
    renameSync(join(out, staged, "2.new"), join(out, "sub/new.ts"));
    expect((await check(request(cwd, second))).codes).toEqual([]);
    expect(contentOf(cwd)).toEqual(before);
  });

  it("files that were restored from version control stay, and the others become as old", async () => {
    const { cwd, out, before } = await cutShort();
    renameSync(join(out, "gone.ts"), join(out, staged, "0.old"));
    renameSync(join(out, staged, "1.new"), join(out, "types.ts"));
    mkdirSync(join(out, "sub"));
    renameSync(join(out, staged, "2.new"), join(out, "sub/new.ts"));
    fill(out, { "types.ts": "1" });
    expect((await check(request(cwd, second))).codes).toEqual([]);
    expect(contentOf(cwd)).toEqual(before);
  });

  it("a file that somebody edited or replaced by a link since is reported, and nothing is touched until it is moved", async () => {
    const { cwd, out, after } = await cutShort();
    rmSync(join(out, lock), { recursive: true });
    rmSync(join(out, "gone.ts"));
    symlinkSync("types.ts", join(out, "gone.ts"));
    fill(out, { "types.ts": "mine" });
    const mixed = contentOf(cwd);
    const found = ["output-is-link", "output-modified"];
    expect((await write(request(cwd, second))).said.map(({ code }) => code)).toEqual(found);
    expect((await check(request(cwd, second))).codes).toEqual(found);
    expect(contentOf(cwd)).toEqual(mixed);
    for (const name of ["types.ts", "gone.ts"]) rmSync(join(out, name));
    expect(await check(request(cwd, second))).toEqual({ differences: [], codes: [] });
    expect(contentOf(cwd)).toEqual(after);
  });
});

describe("a journal that must not be trusted", () => {
  const entry = { path: "types.ts", before: hash("1"), after: hash("3") };
  it.each([
    ["of another version", journal([entry], 2), "another version of the tool wrote it"],
    ["of something else", '{"changes":[]}', 'its "generator" is not "odata-codegen"'],
    ["that is no JSON", "{", 'its "generator" is not "odata-codegen"'],
    ["without changes", journal(undefined), "an entry is not a path with hashes"],
    ["that leads outside", journal([{ ...entry, path: "../victim.ts" }]), "an entry is not a path with hashes"],
    ["with an absolute path", journal([{ ...entry, path: "/victim.ts" }]), "an entry is not a path with hashes"],
    ["with a hidden file", journal([{ ...entry, path: ".git/config" }]), "an entry is not a path with hashes"],
    ["with its own lock", journal([{ ...entry, path: lock }]), "an entry is not a path with hashes"],
    ["with no hash", journal([{ path: "types.ts" }]), "an entry is not a path with hashes"],
    ["with a wrong hash", journal([{ path: "types.ts", after: "3" }]), "an entry is not a path with hashes"],
    ["with a path twice", journal([entry, entry]), "it has a path twice"],
    [
      "whose contents are gone",
      journal([entry, { path: "a.ts", after: hash("5") }, { path: "b.ts", before: hash("6") }]),
      "the contents beside it are incomplete",
    ],
  ])("%s is refused, and nothing is touched", async (_, text, reason) => {
    const { cwd, out } = await cutShort();
    fill(out, { [`${staged}/journal.json`]: text });
    rmSync(join(out, lock), { recursive: true });
    const mixed = contentOf(cwd);
    const { said, messages } = await write(request(cwd, second));
    expect(said).toEqual([{ code: "output-journal-invalid", place: { path: `out/${staged}` } }]);
    expect(messages[0]).toContain(`(${reason})`);
    expect(await check(request(cwd, second))).toEqual({ differences: [], codes: ["output-journal-invalid"] });
    expect(contentOf(cwd)).toEqual(mixed);
  });

  it("is not followed through links", async () => {
    const { cwd, out } = await cutShort();
    renameSync(join(out, staged), join(cwd, "elsewhere"));
    symlinkSync(join(cwd, "elsewhere"), join(out, staged));
    expect((await check(request(cwd, second))).codes).toEqual(["output-is-link"]);
    rmSync(join(out, staged));
    renameSync(join(cwd, "elsewhere"), join(out, staged));
    fill(cwd, { "victim/new.ts": "4" });
    symlinkSync(join(cwd, "victim"), join(out, "sub"));
    expect((await check(request(cwd, second))).codes).toEqual(["output-is-link"]);
    expect(readFileSync(join(cwd, "victim/new.ts"), "utf8")).toBe("4");
  });

  it("staged contents that are links or changed are not used", async () => {
    const { cwd, out, before } = await cutShort();
    rmSync(join(out, staged, "1.new"));
    symlinkSync("/etc/hostname", join(out, staged, "1.new"));
    fill(out, { [`${staged}/2.new`]: "half" });
    expect((await check(request(cwd, second))).codes).toEqual([]);
    expect(contentOf(cwd)).toEqual(before);
  });
});

describe("after a run that was killed before, or beside one at work", () => {
  it("what it staged is removed, also where nothing changes", async () => {
    const cwd = temporaryFolder();
    await write(request(cwd, first));
    const before = contentOf(cwd);
    fill(join(cwd, "out"), {
      [`${lock}/${killedName}`]: "",
      [`${lock}.${killedName}/${killedName}`]: "",
      [`${staged}/0.new`]: "ha",
    });
    expect(await write(request(cwd, first))).toMatchObject({ said: [], result: { written: [], removed: [] } });
    expect(contentOf(cwd)).toEqual(before);
  });

  it("does not write, compare or repair beside a run that is at work (r06)", async () => {
    const { cwd, out } = await cutShort();
    rmSync(join(out, lock), { recursive: true });
    fill(out, { [`${lock}/${atWorkName}`]: "" });
    const mixed = contentOf(cwd);
    const { said, messages } = await write(request(cwd, second));
    expect(said).toEqual([{ code: "output-locked", place: { path: `out/${lock}` } }]);
    expect(messages[0]).toContain(`Process ${process.ppid} on the host "${atWork.host}" is writing`);
    expect((await check(request(cwd, second))).codes).toEqual(["output-locked"]);
    await recoverOutput({ folder: "out", cwd, inputs: [] });
    expect(contentOf(cwd)).toEqual(mixed);
  });

  it("takes a run of another user, to which no signal can be sent, for one that is at work", async () => {
    const { cwd, out } = await cutShort();
    rmSync(join(out, lock), { recursive: true });
    fill(out, { [`${lock}/${killedName}`]: "" });
    const refused = (code: string) => () => {
      throw Object.assign(new Error("kill"), { code });
    };
    const kill = vi.spyOn(process, "kill").mockImplementation(refused("EPERM"));
    onTestFinished(() => kill.mockRestore());
    expect((await check(request(cwd, second))).codes).toEqual(["output-locked"]);
    kill.mockImplementation(refused("ESRCH"));
    expect((await check(request(cwd, second))).codes).toEqual([]);
  });

  it("takes over a lock whose process number a later process has", async () => {
    const { cwd, out, after } = await cutShort();
    rmSync(join(out, lock), { recursive: true });
    fill(out, { [`${lock}/${nameOf({ ...atWork, start: "1" })}`]: "" });
    expect(await check(request(cwd, second))).toEqual({ differences: [], codes: [] });
    expect(contentOf(cwd)).toEqual(after);
  });

  it("takes an empty lock folder, and refuses what is not a lock", async () => {
    const { cwd, out } = await cutShort();
    rmSync(join(out, lock), { recursive: true });
    fill(out, { [`${lock}/mine.txt`]: "" });
    expect((await check(request(cwd, second))).codes).toEqual(["output-unfinished"]);
    rmSync(join(out, lock), { recursive: true });
    fill(out, { [lock]: "mine" });
    expect((await check(request(cwd, second))).codes).toEqual(["output-in-the-way"]);
    rmSync(join(out, lock));
    mkdirSync(join(out, lock));
    expect((await check(request(cwd, second))).codes).toEqual([]);
  });

  it("repairs without a request, and leaves folders alone that must not be written", async () => {
    const { cwd, after } = await cutShort();
    await recoverOutput({ folder: "out", cwd: join(cwd, "out/sub"), inputs: [] });
    await recoverOutput({ folder: "none", cwd, inputs: [] });
    await recoverOutput({ folder: "out", cwd, inputs: [] });
    expect(contentOf(cwd)).toEqual(after);
  });
});
