import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChangeQueue } from "../../src/services/watch/change-queue.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

describe("a queue of changes", () => {
  const taking = (signal = new AbortController().signal) => {
    const queue = new ChangeQueue();
    const taken: (readonly string[] | undefined)[] = [];
    const take = async () => void taken.push([...((await queue.next(signal)) ?? ["end"])]);
    return { queue, taken, take };
  };

  it("gives changes together when there are no more for a while", async () => {
    const { queue, taken, take } = taking();
    const done = take();
    for (const path of ["a", "b", "a"]) {
      queue.add(path);
      await vi.advanceTimersByTimeAsync(49);
    }
    expect(taken).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await done;
    expect(taken).toEqual([["a", "b"]]);
  });

  it("keeps changes that arrive while nobody waits for them", async () => {
    const { queue, taken, take } = taking();
    queue.add("a");
    queue.add("b");
    const done = take();
    queue.add("c");
    await vi.advanceTimersByTimeAsync(50);
    await done;
    queue.add("d");
    const again = take();
    await vi.advanceTimersByTimeAsync(50);
    await again;
    expect(taken).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("ends when the signal is aborted, with changes or without", async () => {
    const controller = new AbortController();
    const { queue, taken, take } = taking(controller.signal);
    const waiting = take();
    queue.add("a");
    controller.abort();
    await waiting;
    await take();
    expect(taken).toEqual([["end"], ["end"]]);
  });
});
