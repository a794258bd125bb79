import type * as promises from "node:fs/promises";
import { basename, dirname } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { contentOf, fill, temporaryFolder } from "../support/temporary-folder.js";
import { check, request, write } from "./request.js";

/** How many changes of the disk succeed, how many fail after those, and a record of all. */
const disk = vi.hoisted(() => ({
  succeed: Infinity,
  fail: Infinity,
  /** A file that cannot be written whole has the first half of its text. */
  isTorn: false,
  changes: 0,
  onChange: undefined as ((index: number) => void) | undefined,
  log: [] as (readonly [name: string, path: string, to: string | undefined])[],
}));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof promises>();
  const changing = ["link", "mkdir", "rename", "rm", "rmdir", "unlink"] as const;
  /** Counts a change; whether it is made. */
  const isMade = (name: string, args: readonly unknown[]): boolean => {
    const index = disk.changes++;
    disk.onChange?.(index);
    disk.log.push([name, String(args[0]), typeof args[1] === "string" ? args[1] : undefined] as const);
    return index < disk.succeed || index >= disk.succeed + disk.fail;
  };
  const full = () => Promise.reject(new Error("ENOSPC: no space left on device, write"));
  const wrapped = changing.map((name) => [
    name,
    (...args: readonly unknown[]) =>
      isMade(name, args)
        ? (real[name] as (...args: readonly unknown[]) => Promise<unknown>)(...args) // each gets what it was called with
        : full(),
  ]);
  return {
    ...real,
    ...(Object.fromEntries(wrapped) as object),
    // Not flushed, which would take most of the time.
    writeFile: async (path: string, text: string, { flag, flush }: { flag?: string; flush?: boolean } = {}) => {
      const isWhole = isMade(flush === true ? "flush" : "write", [path]);
      if (isWhole || disk.isTorn) await real.writeFile(path, isWhole ? text : text.slice(0, text.length / 2), { flag });
      if (!isWhole) await full();
    },
    // Folders are opened to flush them, and nothing else is opened.
    open: (path: string) => {
      disk.log.push(["sync", path, undefined]);
      return Promise.resolve({ sync: () => Promise.resolve(), close: () => Promise.resolve() });
    },
  };
});

const old = { "index.ts": "1", "types.ts": "old", "gone/a.ts": "3", "gone/b.ts": "4" };
const wanted = { "index.ts": "1", "types.ts": "new", "deep/er/a.ts": "5", "b.ts": "6" };

const working = { succeed: Infinity, fail: Infinity, isTorn: false, changes: 0, onChange: undefined };
beforeEach(() => void Object.assign(disk, working));

/** The old output, which is generated once and copied. */
let oldContent: Readonly<Record<string, string>> | undefined;

/** A working folder with the old output. */
async function withOld(): Promise<string> {
  const cwd = temporaryFolder();
  if (oldContent !== undefined) fill(cwd, oldContent);
  else {
    await write(request(cwd, old));
    oldContent = contentOf(cwd);
  }
  return cwd;
}

/** What stands after each run, and how many changes a whole run makes. */
async function rehearse() {
  const cwd = await withOld();
  const before = contentOf(cwd);
  disk.changes = 0;
  await write(request(cwd, wanted));
  return { before, after: contentOf(cwd), changes: disk.changes };
}

/** Does something that is killed at one change: that one and all later ones fail. */
async function killedAt(step: number, doing: () => Promise<unknown>, fail = Infinity): Promise<void> {
  Object.assign(disk, { succeed: step, fail, isTorn: fail === Infinity, changes: 0 });
  await doing();
  Object.assign(disk, working);
}

describe("a write that fails at one change of the disk, whichever it is", () => {
  it("leaves all as it was, or is complete", async () => {
    const { before, after, changes } = await rehearse();
    expect(changes).toBeGreaterThan(15);
    const outcomes = { kept: 0, complete: 0 };
    for (let step = 0; step < changes; step++) {
      const cwd = await withOld();
      Object.assign(disk, { succeed: step, fail: 1, changes: 0 });
      const { result, messages } = await write(request(cwd, wanted));
      disk.succeed = Infinity;
      if (result === undefined) {
        expect(messages).toEqual([
          '"out" cannot be written (ENOSPC: no space left on device); free disk space or change its permissions, then run again.',
        ]);
        // What is left over is removed by whoever looks at the folder next.
        await check(request(cwd, wanted));
        expect([step, contentOf(cwd)]).toEqual([step, before]);
        outcomes.kept++;
      } else {
        await check(request(cwd, wanted));
        expect([step, contentOf(cwd)]).toEqual([step, after]);
        outcomes.complete++;
      }
    }
    expect(outcomes.kept).toBeGreaterThan(outcomes.complete);
  });
});

const third = { "index.ts": "changed", "types.ts": "third", "gone/b.ts": "again" };

describe("a run that is killed at one change of the disk, whichever it is (r05)", () => {
  it.each([
    ["which wants the same", wanted, Infinity],
    ["which wants something else", third, Infinity],
    ["also when only a part could be taken back", third, 3],
  ])("is made good by the next run, %s", async (_, next, fail) => {
    const { changes } = await rehearse();
    const clean = temporaryFolder();
    await write(request(clean, next));
    for (let step = 0; step < changes; step++) {
      const cwd = await withOld();
      await killedAt(step, () => write(request(cwd, wanted)), fail);
      expect([step, (await write(request(cwd, next))).said]).toEqual([step, []]);
      expect(contentOf(cwd)).toEqual(contentOf(clean));
    }
  });

  it("is made whole by a comparison, old or new", async () => {
    const { before, after, changes } = await rehearse();
    const outcomes = { before: 0, after: 0 };
    for (let step = 0; step < changes; step++) {
      const cwd = await withOld();
      await killedAt(step, () => write(request(cwd, wanted)));
      const { differences, codes } = await check(request(cwd, wanted));
      expect([step, codes]).toEqual([step, []]);
      expect(contentOf(cwd)).toEqual(differences.length > 0 ? before : after);
      outcomes[differences.length > 0 ? "before" : "after"]++;
    }
    expect(outcomes.before).toBeGreaterThan(5);
    expect(outcomes.after).toBeGreaterThan(5);
  });

  it("is made whole also when that is killed, whenever it is", async () => {
    const { before, after, changes } = await rehearse();
    const again = async (step: number, second: number) => {
      const cwd = await withOld();
      await killedAt(step, () => write(request(cwd, wanted)));
      await killedAt(second, () => check(request(cwd, wanted)));
      const { differences, codes } = await check(request(cwd, wanted));
      expect([step, second, codes]).toEqual([step, second, []]);
      expect(contentOf(cwd)).toEqual(differences.length > 0 ? before : after);
    };
    for (let step = 0; step < changes; step++) await again(step, (step * 7) % 16);
    // From the first rename on, at each step of the repair.
    for (let second = 0; second < 16; second++) await again(changes - 12, second);
  });

  it("is named where it cannot be made whole, and does no harm where it is whole", async () => {
    const { changes } = await rehearse();
    const codes: (readonly string[])[] = [];
    for (let step = 0; step < changes; step++) {
      const cwd = await withOld();
      await killedAt(step, () => write(request(cwd, wanted)));
      const before = contentOf(cwd);
      disk.succeed = 0; // a folder that cannot be written
      codes.push((await check(request(cwd, wanted))).codes);
      expect(contentOf(cwd)).toEqual(before);
      Object.assign(disk, working);
    }
    const isUnfinished = codes.map((found) => found.includes("output-unfinished"));
    expect(new Set(codes.flat())).toEqual(new Set(["output-unfinished"]));
    // From the journal until its end.
    expect(isUnfinished.slice(isUnfinished.indexOf(true), isUnfinished.lastIndexOf(true) + 1)).not.toContain(false);
    expect(isUnfinished.filter(Boolean).length).toBeGreaterThan(5);
  });
});

describe("a run that is to end at one change of the disk, whichever it is", () => {
  it("leaves all as it was until it renames, and is complete afterwards, with nothing left over", async () => {
    const { before, after, changes } = await rehearse();
    const outcomes: boolean[] = [];
    for (let step = 0; step < changes; step++) {
      const cwd = await withOld();
      const controller = new AbortController();
      Object.assign(disk, { changes: 0, onChange: (index: number) => index === step && controller.abort() });
      const { result, said } = await write(request(cwd, wanted, {}), controller.signal);
      Object.assign(disk, working);
      expect([step, said, contentOf(cwd)]).toEqual([step, [], result === undefined ? before : after]);
      outcomes.push(result !== undefined);
    }
    expect(outcomes).toEqual(outcomes.toSorted((a, b) => Number(a) - Number(b)));
    expect(new Set(outcomes).size).toBe(2);
  });
});

describe("after a power cut", () => {
  it("whatever the journal names is on the disk before it, and all changes before its end", async () => {
    const cwd = await withOld();
    disk.log.length = 0;
    await write(request(cwd, wanted));
    const log = disk.log.map(
      ([name, path, to]) => `${name} ${basename(path)}${to === undefined ? "" : ` ${basename(to)}`}`,
    );
    const commit = log.indexOf("rename journal.json.new journal.json");
    const end = log.indexOf("rm journal.json");
    const staged = disk.log.filter(([name, path]) => (name === "flush" || name === "write") && path.endsWith(".new"));
    expect(staged.map(([name]) => name)).toEqual(["flush", "flush", "flush", "flush", "flush"]);
    expect(staged.every((entry) => disk.log.indexOf(entry) < commit)).toBe(true);
    expect(log[commit - 2]).toBe("sync .odata-codegen.staged");
    expect(log[commit + 1]).toBe("sync .odata-codegen.staged");
    const moved = disk.log.slice(commit + 1, end).filter(([name]) => name === "rename");
    expect(moved).toHaveLength(6);
    const changed = new Set(moved.flatMap(([, from, to = ""]) => [dirname(from), dirname(to)]));
    const lastMove = log.lastIndexOf("rename 5.new .odata-codegen.json");
    const synced = new Set(disk.log.slice(lastMove, end).flatMap(([name, path]) => (name === "sync" ? [path] : [])));
    expect([...changed].filter((path) => !synced.has(path) && !path.endsWith(".odata-codegen.staged"))).toEqual([]);
    expect(lastMove).toBeGreaterThan(commit);
  });
});
