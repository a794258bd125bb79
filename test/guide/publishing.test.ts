/** What docs/publishing.md shows is part of examples/graph-sdk, which the peers build, compile and run; commands run here. */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";
import { git, hasGit, repository } from "../support/git.js";

const page = readFileSync(fileURLToPath(new URL("../../docs/publishing.md", import.meta.url)), "utf8");
const example = fileURLToPath(new URL("../../examples/graph-sdk/", import.meta.url));

function blocksIn(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, found, code = ""]) =>
    found === language ? [code] : [],
  );
}

const texts = readdirSync(example, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/node_modules|dist/.test(entry.parentPath))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));

describe("docs/publishing.md", () => {
  it.each(["ts", "json"])("shows %s of the example", (language) => {
    const blocks = blocksIn(language);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.filter((block) => !texts.some((text) => text.includes(block)))).toEqual([]);
  });

  it.skipIf(!hasGit)("has commands that run", async () => {
    const folder = repository({});
    cpSync(join(example, "sdk"), folder, { recursive: true });
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", "Groups");
    git(folder, "tag", "v1.0.0");
    const commands = blocksIn("sh").flatMap((block) => block.trimEnd().split("\n"));
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const [tool, ...args] = command.split(" ");
      expect(tool).toBe("odata-codegen");
      const { code, stdout } = await runCli(folder, args);
      expect({ code, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({ code: 0, last: "none: no changes" });
    }
  });
});
