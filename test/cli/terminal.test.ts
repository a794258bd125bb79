import { describe, expect, it } from "vitest";
import { Progress } from "../../src/cli/progress.js";
import { shortNames } from "../../src/cli/short-names.js";
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
  async function shown(isTerminal: boolean, wait: number): Promise<string> {
    const written: string[] = [];
    const progress = new Progress(
      { isTerminal, color: false, columns: 80, write: (text) => void written.push(text) },
      true,
    );
    progress.stage("reading");
    await new Promise((resolve) => setTimeout(resolve, wait));
    progress.clear();
    return written.join("");
  }

  it("is shown on a terminal when a run takes longer than a second, and wiped out again", async () => {
    expect(await shown(true, 1100)).toBe("reading …\r\u001B[2K");
  });

  it("is not shown for short runs, nor in a pipe", async () => {
    expect(await shown(true, 10)).toBe("");
    expect(await shown(false, 1100)).toBe("");
  });
});
