import type * as promises from "node:fs/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { request, write } from "./request.js";

/** How many changes of the disk succeed, and how many fail after those. */
const disk = vi.hoisted(() => ({ succeed: Infinity, fail: Infinity, changes: 0 }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof promises>();
  const changing = ["copyFile", "mkdir", "rename", "rm", "rmdir", "writeFile"] as const;
  const failing = changing.map((name) => [
    name,
    (...args: readonly unknown[]) => {
      const index = disk.changes++;
      if (index >= disk.succeed && index < disk.succeed + disk.fail)
        return Promise.reject(new Error("ENOSPC: no space left on device, write"));
      return (real[name] as (...args: readonly unknown[]) => Promise<unknown>)(...args); // each gets what it was called with
    },
  ]);
  return { ...real, ...(Object.fromEntries(failing) as object) };
});

const old = { "index.ts": "1", "types.ts": "old", "gone/a.ts": "3", "gone/b.ts": "4" };
const wanted = { "index.ts": "1", "types.ts": "new", "deep/er/a.ts": "5", "b.ts": "6" };

beforeEach(() => Object.assign(disk, { succeed: Infinity, fail: Infinity, changes: 0 }));

/** What stands after each run, and how many changes a whole run makes. */
async function rehearse() {
  const cwd = temporaryFolder();
  await write(request(cwd, old));
  const before = contentOf(cwd);
  disk.changes = 0;
  await write(request(cwd, wanted));
  return { before, after: contentOf(cwd), changes: disk.changes };
}

describe("a write that fails at one change of the disk, whichever it is", () => {
  it("leaves all as it was, or is complete", async () => {
    const { before, after, changes } = await rehearse();
    expect(changes).toBeGreaterThan(15);
    const outcomes = { kept: 0, complete: 0 };
    for (let step = 0; step < changes; step++) {
      Object.assign(disk, { succeed: Infinity, fail: 1, changes: 0 });
      const cwd = temporaryFolder();
      await write(request(cwd, old));
      Object.assign(disk, { succeed: step, changes: 0 });
      const { result, messages } = await write(request(cwd, wanted));
      disk.succeed = Infinity;
      if (result === undefined) {
        expect(messages).toEqual([
          '"out" cannot be written (ENOSPC: no space left on device); free disk space or change its permissions, then run again.',
        ]);
        expect(contentOf(cwd)).toEqual(before);
        outcomes.kept++;
      } else {
        // What was left over is tidied up by the next run.
        await write(request(cwd, wanted));
        expect(contentOf(cwd)).toEqual(after);
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
      const cwd = temporaryFolder();
      await write(request(cwd, old));
      Object.assign(disk, { succeed: step, fail, changes: 0 }); // without end: nothing works any more, taking back neither
      await write(request(cwd, wanted));
      disk.succeed = Infinity;
      expect([step, (await write(request(cwd, next))).said]).toEqual([step, []]);
      expect(contentOf(cwd)).toEqual(contentOf(clean));
    }
  });
});
