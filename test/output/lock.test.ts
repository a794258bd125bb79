/** Who holds the lock of an output folder, and when it may be taken over. */
import { mkdirSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { lockName, lockState } from "../../src/output/lock/lock.js";
import { nodeOutputIo } from "../../src/output/disk/node-output-io.js";
import { withLock } from "../../src/output/lock/with-lock.js";
import { nameOf, type Owner, ownOwner, parseOwner } from "../../src/output/lock/owner.js";
import { atWork, killed } from "../support/lock-owners.js";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";

/** A folder with the lock of an owner, whose file was last written some seconds ago. */
function lockedBy(owner: Owner, age = 0): string {
  const folder = temporaryFolder();
  fill(folder, { [`${lockName}/${nameOf(owner)}`]: "" });
  const written = Date.now() / 1000 - age;
  utimesSync(join(folder, lockName, nameOf(owner)), written, written);
  return folder;
}

async function attempt(folder: string) {
  const report = new Report();
  const taken = await withLock({ path: folder, name: "out", io: nodeOutputIo }, report, async () =>
    readdirSync(join(folder, lockName)),
  );
  return { taken, said: report.diagnostics.map(({ message }) => message) };
}

/** An owner on a computer that cannot be inspected from here. */
const elsewhere: Owner = { ...atWork, host: "build-7.example" };
const beforeRestart: Owner = { ...atWork, session: "0".repeat(12) };
const own = await ownOwner();

describe("the name of an owner", () => {
  it("says all of it", () => {
    expect(parseOwner(nameOf(own))).toEqual(own);
    expect(parseOwner(nameOf({ ...own, start: undefined }))).toEqual({ ...own, start: undefined });
  });

  it.each(["", "1", "1-2", "mine.txt", "0-1-2-0123456789ab-host", "1-2-3-0123456789ab-a/b"])("%s is none", (name) =>
    expect(parseOwner(name)).toBeUndefined(),
  );
});

describe("a lock is held", () => {
  it.each<[string, Owner, number]>([
    ["by a process that runs, however long it did not write", atWork, 3600],
    ["by one whose start the system does not tell", { ...atWork, start: undefined }, 3600],
    ["by a process of another host", elsewhere, 0],
    ["by a process of another host with a number that no process has here", { ...elsewhere, pid: killed.pid }, 30],
    ["by a process of another container on this host", beforeRestart, 0],
  ])("%s", async (_, owner, age) => {
    const folder = lockedBy(owner, age);
    expect(await lockState(folder)).toEqual({ state: "held", owner });
    expect(await attempt(folder)).toEqual({
      taken: undefined,
      said: [
        `Process ${owner.pid} on the host "${owner.host}" is writing to this folder; wait until it ends, or delete "out/${lockName}" if that process is not a run of this tool.`,
      ],
    });
    expect(contentOf(folder)).toEqual({ [`${lockName}/${nameOf(owner)}`]: "" });
  });
});

describe("a lock is taken over", () => {
  it.each<[string, Owner, number]>([
    ["from a process that ended", killed, 0],
    ["from a process whose number another one has, such as 1 in a container", { ...atWork, pid: 1, start: "1" }, 0],
    ["from a process whose number this one has", { ...own, start: "1" }, 0],
    ["from this process, when it could not be released", own, 0],
    ["from a time before the system was started, on the same host", { ...beforeRestart, since: 1000 }, 0],
    [
      "from before the system was started, where it does not tell when",
      { ...atWork, start: undefined, since: 1000 },
      0,
    ],
    ["from another host that was silent for long", elsewhere, 3600],
  ])("%s", async (_, owner, age) => {
    const folder = lockedBy(owner, age);
    expect(await lockState(folder)).toEqual({ state: "abandoned", owner });
    const { taken, said } = await attempt(folder);
    expect(said).toEqual([]);
    expect(taken).toHaveLength(1);
    expect(parseOwner(taken?.[0] ?? "")).toMatchObject({ pid: process.pid, host: own.host });
    expect(contentOf(folder)).toEqual({});
  });
});

describe("the state of a lock", () => {
  it("is free without one, and with an empty one", async () => {
    const folder = temporaryFolder();
    expect(await lockState(folder)).toEqual({ state: "free" });
    mkdirSync(join(folder, lockName));
    expect(await lockState(folder)).toEqual({ state: "free" });
  });

  it("is invalid where something else is", async () => {
    const files = [{ [lockName]: "" }, { [`${lockName}/mine.txt`]: "" }];
    const states = await Promise.all(files.map((content) => lockState(temporaryFolder(content))));
    expect(states).toEqual([
      { state: "invalid", reason: '".odata-codegen.lock" is not a folder' },
      { state: "invalid", reason: '".odata-codegen.lock/mine.txt" does not name the owner of a lock' },
    ]);
  });
});

describe("while a run holds its lock", () => {
  it("another run of the same process does not take it", async () => {
    const folder = temporaryFolder();
    const inner = await withLock({ path: folder, name: "out", io: nodeOutputIo }, new Report(), () => attempt(folder));
    expect(inner).toMatchObject({ taken: undefined, said: [expect.stringContaining(`Process ${process.pid} on`)] });
    expect(contentOf(folder)).toEqual({});
  });

  it("another host sees that it is at work", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = temporaryFolder();
    const written = await withLock({ path: folder, name: "out", io: nodeOutputIo }, new Report(), async () => {
      const [name = ""] = readdirSync(join(folder, lockName));
      vi.advanceTimersByTime(5000);
      await vi.waitFor(() => expect(contentOf(folder)).toEqual({ [`${lockName}/${name}`]: "." }));
      return true;
    });
    expect(written).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    expect(contentOf(folder)).toEqual({});
  });
});
