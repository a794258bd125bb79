import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Progress } from "../../src/cli/progress.js";
import { shortNames } from "../../src/cli/text/explanation-text.js";
import { wantsColor } from "../../src/cli/terminal.js";

describe("colour", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
    [false, { FORCE_COLOR: "1" }, true],
    [true, { FORCE_COLOR: "0" }, false],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
  ])("on a terminal %j with %j: %j", (isTerminal, env, wanted) => expect(wantsColor(isTerminal, env)).toBe(wanted));
});

describe("short names of sources", () => {
  it("are the last segment, where no other source has it", () => {
    expect([...shortNames(["a/x.md", "b/x.md", "b/y.md", "<stdin>", "https://host/"]).values()]).toEqual([
      "a/x.md",
      "b/x.md",
      "y.md",
      "<stdin>",
      "https://host/",
    ]);
  });
});

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  function progressOn(isTerminal: boolean) {
    const written: string[] = [];
    const output = { isTerminal, color: false, columns: 80, write: (text: string) => void written.push(text) };
    return { written, progress: new Progress(output, true) };
  }

  function shown(isTerminal: boolean, wait: number): string {
    const { written, progress } = progressOn(isTerminal);
    progress.stage("reading");
    vi.advanceTimersByTime(wait);
    progress.clear();
    return written.join("");
  }

  it("is shown on a terminal when a run takes longer than a second, and wiped out again", () => {
    expect(shown(true, 1100)).toBe("reading …\r\u001B[2K");
  });

  it("counts parts without being waited for, a few times a second at most", () => {
    const { written, progress } = progressOn(true);
    progress.count("reading", 1, 9);
    vi.advanceTimersByTime(1000);
    for (const part of [2, 3, 4]) progress.count("reading", part, 9);
    vi.advanceTimersByTime(100);
    progress.count("reading", 5, 9);
    progress.clear();
    expect(written).toEqual(["reading 2 of 9 …", "\r\u001B[2K", "reading 5 of 9 …", "\r\u001B[2K"]);
  });

  it("is not shown for short runs, nor in a pipe", () => {
    expect(shown(true, 900)).toBe("");
    expect(shown(false, 1100)).toBe("");
  });
});
