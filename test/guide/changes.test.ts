/** Runs every command of docs/changes.md in a repository of its own, with a service on this machine. */
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { age, keptPeople, name, people } from "../cli/people-service.js";
import { runCli } from "../cli/run-cli.js";
import { commit, git, hasGit, repository } from "../support/git.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { textServer } from "../support/text-server.js";

const page = readFileSync(fileURLToPath(new URL("../../docs/changes.md", import.meta.url)), "utf8");

const changed = people(name, '<Property Name="Age" Type="Edm.String"/>', '<Property Name="Nick" Type="Edm.String"/>');

/** The code blocks that have commands, by the line where each begins. */
const blocks = [...page.matchAll(/^```(sh|yaml|json)\n([\s\S]*?)^```\n/gm)].flatMap(
  ({ index, 1: language, 2: code = "" }) => {
    const lines = commandsIn(code);
    return lines.length === 0 ? [] : [{ line: page.slice(0, index).split("\n").length, language, lines }];
  },
);

function commandsIn(code: string): readonly string[] {
  return [...code.matchAll(/^odata-codegen (.+)$|\bnpx odata-codegen ([^"\n]+)/gm)].map(
    ([, plain, run]) => plain ?? run ?? "",
  );
}

/** The words of a command line as a shell splits it, without its comment, and the file that it writes to. */
function wordsOf(line: string): { readonly words: readonly string[]; readonly file: string | undefined } {
  const [command = "", file] = line.replace(/\s+# .*$/, "").split(" > ");
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word?.replaceAll("\\", "") ?? "",
  );
  return { words, file };
}

interface Project {
  readonly folder: string;
  /** Of the server. */
  readonly root: string;
}

/** A branch that changes a service of `main`, whose copy is older than the live one. */
async function project(): Promise<Project> {
  const { root } = await textServer(people(name, age, '<Property Name="Born" Type="Edm.Date"/>'));
  const files = (copy: string) => keptPeople(`${root}/people/$metadata`, copy);
  const folder = repository(files(people(name, age)));
  git(folder, "tag", "v1.2.0");
  git(folder, "update-ref", "refs/remotes/origin/main", "HEAD");
  git(folder, "switch", "--quiet", "--create", "change");
  commit(folder, { "readme.md": "" });
  fill(folder, files(changed));
  return { folder, root };
}

async function run(line: string, { folder, root }: Project) {
  const given = line
    .replaceAll("https://example.com", root)
    .replaceAll("${{ github.base_ref }}", "main")
    .replaceAll("${{ runner.temp }}", temporaryFolder());
  const { words } = wordsOf(given);
  return { words, ...(await runCli(folder, words)) };
}

/** Those that exit with 1, since the branch breaks something, or the service has what its copy lacks. */
const failing = new Set([
  "diff --since v1.2.0 --for source --breaking --fail-on breaking",
  "diff --since v1.2.0 --for readers,writers --fail-on breaking",
  "diff --since origin/${{ github.base_ref }} --format github --fail-on breaking",
  "drift",
  "drift people --fail-on breaking",
]);

describe.skipIf(!hasGit)("docs/changes.md", () => {
  it("has commands of the tool in every part", () => {
    const all = blocks.flatMap(({ lines }) => lines.map((line) => wordsOf(line).words[0] ?? ""));
    expect(all.length).toBeGreaterThan(15);
    expect(new Set(all)).toEqual(new Set(["diff", "drift", "generate", "fetch"]));
  });

  it("shows what the first command prints", async () => {
    const { stdout } = await run("diff git:main:schemas/people.xml schemas/people.xml", await project());
    expect(/^```text\n([\s\S]*?)^```$/m.exec(page)?.[1]).toBe(stdout);
  });

  it("has commands that run", async () => {
    const { folder, root } = await project();
    for (const { lines } of blocks) {
      const own = temporaryFolder();
      cpSync(folder, own, { recursive: true });
      await runAll(lines, { folder: own, root });
    }
  });
});

async function runAll(lines: readonly string[], own: Project): Promise<void> {
  for (const line of lines) {
    const { words, code, stderr } = await run(line, own);
    const isFailing = failing.has(line.replace(/\s+# .*$/, ""));
    expect({ line, code, errors: errorsIn(stderr) }).toEqual({
      line,
      code: isFailing ? 1 : 0,
      errors: isFailing ? [words[0] === "drift" ? "service-drifted" : "changes-found"] : [],
    });
    const output = words.at(words.indexOf("-o") + 1) ?? "";
    if (words.includes("-o")) expect(existsSync(join(output.startsWith("/") ? "" : own.folder, output))).toBe(true);
  }
}

function errorsIn(stderr: string): readonly (string | undefined)[] {
  return [...stderr.matchAll(/ - error ([\w-]+):|^::error .*title=([\w-]+)/gm)].map(
    ([, text, github]) => text ?? github,
  );
}
