import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Progress } from "../../src/cli/progress.js";
import { Session } from "../../src/cli/session.js";
import { durationText } from "../../src/cli/text/duration.js";
import { shortNames } from "../../src/cli/text/explanation-text.js";
import { nodeTerminal, wantsColor } from "../../src/cli/terminal.js";
import { commonOptions } from "../../src/config/options/common.js";
import { withDefaults } from "../../src/config/options/option.js";

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

describe("a process", () => {
  function stream(more: { readonly isTTY?: boolean; readonly columns?: number }) {
    const written: string[] = [];
    const listeners: ((failure: NodeJS.ErrnoException) => void)[] = [];
    const on = (_: "error", listener: (failure: NodeJS.ErrnoException) => void) => listeners.push(listener);
    const fail = (code: string) =>
      listeners.forEach((listener) => listener(Object.assign(new Error(`write ${code}`), { code })));
    return { ...more, written, on, fail, write: (text: string) => written.push(text) };
  }

  const terminal = { isTTY: true, columns: 132 };

  it("writes results to its output and all else to its errors, each of which may be a terminal", () => {
    const [stdout, stderr] = [stream(terminal), stream({})];
    const { out, err, cwd, env } = nodeTerminal({ stdout, stderr, env: { A: "b" }, cwd: () => "/here" });
    expect([out, err]).toMatchObject([
      { isTerminal: true, color: true, columns: 132 },
      { isTerminal: false, color: false, columns: undefined },
    ]);
    out.write("a");
    err.write("b");
    expect([stdout.written, stderr.written, cwd, env]).toEqual([["a"], ["b"], "/here", { A: "b" }]);
  });

  it("has color where its environment wants it, in a pipe, too, whose width nobody knows", () => {
    const { out, err } = nodeTerminal({
      stdout: stream({ columns: 132 }),
      stderr: stream(terminal),
      env: { FORCE_COLOR: "1" },
      cwd: () => "/",
    });
    expect([out, err]).toMatchObject([
      { isTerminal: false, color: true, columns: undefined },
      { isTerminal: true, color: true, columns: 132 },
    ]);
  });

  it("may be read no further, but no other failure of its output is passed over", () => {
    const [stdout, stderr] = [stream({}), stream({})];
    nodeTerminal({ stdout, stderr, env: {}, cwd: () => "/" });
    for (const { fail } of [stdout, stderr]) {
      expect(() => fail("EPIPE")).not.toThrow();
      expect(() => fail("ENOSPC")).toThrow("write ENOSPC");
    }
  });
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

describe("the time that a run took", () => {
  it.each([
    [0.4, "0 ms"],
    [41.2, "41 ms"],
    [999.4, "999 ms"],
    [999.6, "1.0 s"],
    [1_240, "1.2 s"],
    [59_949, "59.9 s"],
    [59_950, "1 min 0 s"],
    [125_000, "2 min 5 s"],
  ])("of %d ms is %s", (milliseconds, text) => expect(durationText(milliseconds)).toBe(text));
});

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  function terminalOf(isTerminal: boolean) {
    const written: string[] = [];
    const output = { isTerminal, color: false, columns: 80, write: (text: string) => void written.push(text) };
    const terminal = { cwd: "/", env: {}, out: output, err: output, now: () => performance.now() };
    return { written, terminal };
  }

  function progressOn(isTerminal: boolean) {
    const { written, terminal } = terminalOf(isTerminal);
    return { written, progress: new Progress(terminal, true) };
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

  it("shows the share that is done without being waited for, a few times a second at most", () => {
    const { written, progress } = progressOn(true);
    progress.share("reading graph", 0, 9);
    vi.advanceTimersByTime(1000);
    for (const done of [2, 3, 4]) progress.share("reading graph", done, 9);
    vi.advanceTimersByTime(100);
    progress.share("reading graph", 5, 9);
    vi.advanceTimersByTime(100);
    progress.share("reading graph", 10, 9);
    progress.clear();
    const shown = ["22", "55", "100"].map((share) => `reading graph … ${share} %`);
    expect(written).toEqual(shown.flatMap((text) => [text, "\r\u001B[2K"]));
  });

  it("shows the share of a run's inputs and files, by the name of the service", () => {
    const { written, terminal } = terminalOf(true);
    const session = new Session(terminal, withDefaults(commonOptions, {}));
    vi.advanceTimersByTime(1000);
    const watch = session.watchOf("graph");
    watch.input(2, 4);
    vi.advanceTimersByTime(100);
    watch.file?.("generating", 44, 100);
    vi.advanceTimersByTime(100);
    watch.stage("merging");
    session.note("");
    expect(written.filter((text) => text !== "\r\u001B[2K")).toEqual([
      "reading graph … 25 %",
      "generating graph … 43 %",
      "merging graph …",
    ]);
  });

  it("is not shown for short runs, nor in a pipe", () => {
    expect(shown(true, 900)).toBe("");
    expect(shown(false, 1100)).toBe("");
  });
});
