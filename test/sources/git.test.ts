import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import { gitInputOf, parseGitInput, pathInTree } from "../../src/sources/git/git-input.js";
import { withGitInputs } from "../../src/sources/git/git-io.js";
import { sizeLimit } from "../../src/sources/limited-bytes.js";
import { loadSources } from "../../src/sources/load-sources.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { commit, git, hasGit, repository } from "../support/git.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { recognize } from "./recognize.js";

const edmx = (version: number) => `<edmx:Edmx Version="4.0"/><!-- ${version} -->`;

async function load(folder: string, ...inputs: readonly string[]) {
  const report = new Report();
  const io = await withGitInputs(inputs, folder, nodeIo(folder), report);
  const { loaded } = await loadSources(inputs, io, report, { recognize, base: folder });
  return {
    texts: Object.fromEntries(loaded.map(({ source }) => [source.name, source.text])),
    said: report.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

describe("an input git:REV:path", () => {
  it("is parsed with all that a revision may hold", () => {
    const parsed = (input: string) => parseGitInput(input, "/");
    expect(parsed("git:main:schemas/people.xml")).toEqual({ revision: "main", path: "schemas/people.xml" });
    expect(parsed("git:origin/main~2:")).toEqual({ revision: "origin/main~2", path: "" });
    expect(parsed("git:main@{10:00}:a:b.xml")).toEqual({ revision: "main@{10:00}", path: "a:b.xml" });
    expect(parseGitInput("git:main:.\\schemas\\people.xml", "\\")).toEqual({
      revision: "main",
      path: "./schemas/people.xml",
    });
  });

  it("is refused without a revision, and with one that git would take for an option", () => {
    const refused = ["git:main", "git::a.xml", "git:--output=x:a.xml", "git:-h:a.xml", "git:main:a\n.xml", "git:"];
    expect(refused.map((input) => parseGitInput(input, "/"))).toEqual(refused.map(() => undefined));
  });

  it("starts from the root of the repository, or with a dot from the folder", () => {
    expect(pathInTree("schemas/a.xml", "packages/app/")).toBe("schemas/a.xml");
    expect(pathInTree("./schemas/", "packages/app/")).toBe("packages/app/schemas");
    expect(pathInTree("../a.xml", "packages/app/")).toBe("packages/a.xml");
    expect(pathInTree(".", "")).toBe("");
    expect(pathInTree("../a.xml", "")).toBeUndefined();
    expect(pathInTree("a/../../b", "")).toBeUndefined();
    expect(gitInputOf("schemas/a.xml", "/repo", "HEAD")).toBe("git:HEAD:./schemas/a.xml");
    expect(gitInputOf("/repo/app/a.xml", "/repo/app", "HEAD")).toBe("git:HEAD:./a.xml");
  });
});

describe.skipIf(!hasGit)("texts of a revision", () => {
  it("are those of a file, a folder and a glob, whatever lies in the working tree", async () => {
    const folder = repository({
      "schemas/a.xml": edmx(1),
      "schemas/deep/b.xml": edmx(1),
      "schemas/c.md": "# Page",
      "a b.xml": edmx(1),
    });
    git(folder, "tag", "v1");
    commit(folder, { "schemas/a.xml": edmx(2) });
    fill(folder, { "schemas/a.xml": edmx(3) });
    const { texts, said } = await load(folder, "git:v1:schemas/a.xml", "git:main:schemas", "schemas/a.xml");
    expect(said).toEqual([]);
    expect(texts).toEqual({
      "v1:schemas/a.xml": edmx(1),
      "main:schemas/a.xml": edmx(2),
      "main:schemas/deep/b.xml": edmx(1),
      "main:schemas/c.md": "# Page",
      "schemas/a.xml": edmx(3),
    });
    const globbed = await load(folder, "git:HEAD~1:schemas/**/*.xml", "git:main:a b.xml");
    expect(Object.keys(globbed.texts)).toEqual(
      expect.arrayContaining(["HEAD~1:schemas/a.xml", "HEAD~1:schemas/deep/b.xml", "main:a b.xml"]),
    );
    expect(Object.keys(globbed.texts)).toHaveLength(3);
    const whole = await load(folder, "git:v1:");
    expect(Object.keys(whole.texts)).toEqual([
      "v1:a b.xml",
      "v1:schemas/a.xml",
      "v1:schemas/c.md",
      "v1:schemas/deep/b.xml",
    ]);
  });

  it("are read from a folder inside of the repository", async () => {
    const folder = repository({ "packages/app/schemas/a.xml": edmx(1) });
    const app = join(folder, "packages/app");
    expect(Object.keys((await load(app, "git:main:./schemas/a.xml")).texts)).toEqual([
      "main:packages/app/schemas/a.xml",
    ]);
    expect((await load(app, "git:main:schemas/a.xml")).said[0]).toBe(
      'git-path-from-root: "git:main:schemas/a.xml" starts from the root of the repository, which has no such path; write "git:main:./schemas/a.xml".',
    );
  });

  it("are whole in a folder of many files, and when a file is large", async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`pages/${i}.md`, `# Page ${i}\n`]));
    const large = `${edmx(1)}${" ".repeat(200_000)}`;
    const folder = repository({ ...many, "large.xml": large });
    const { texts } = await load(folder, "git:HEAD:pages", "git:HEAD:large.xml");
    expect(Object.keys(texts)).toHaveLength(101);
    expect(texts["HEAD:large.xml"]).toBe(large);
    expect(texts["HEAD:pages/42.md"]).toBe("# Page 42\n");
  });

  it("are never those of links and submodules", async () => {
    const folder = repository({ "real/a.xml": edmx(1) });
    symlinkSync("/etc", join(folder, "real/etc"));
    symlinkSync("a.xml", join(folder, "real/link.xml"));
    commit(folder);
    const { texts, said } = await load(folder, "git:HEAD:real");
    expect(Object.keys(texts)).toEqual(["HEAD:real/a.xml"]);
    expect(said).toEqual([expect.stringMatching(/^files-skipped: 2 files in "HEAD:real" skipped/)]);
    expect((await load(folder, "git:HEAD:real/link.xml")).said).toEqual([
      'not-a-file: "HEAD:real/link.xml" is neither a file nor a folder; use a file, or pipe its text to standard input and use "-".',
    ]);
  });

  it("are missing with a diagnostic", async () => {
    const folder = repository({ "a.xml": edmx(1) });
    const codes = async (input: string) => (await load(folder, input)).said.map((text) => text.split(":")[0]);
    expect(await codes("git:none:a.xml")).toContain("git-revision-unknown");
    expect(await codes("git:HEAD:b.xml")).toEqual(["input-not-found"]);
    expect(await codes("git:HEAD:*.json")).toEqual(["input-not-found"]);
    expect(await codes("git:HEAD:../a.xml")).toContain("git-path-outside");
    expect(await codes("git:--help:a.xml")).toContain("git-input-invalid");
    const { said } = await load(temporaryFolder(), "git:HEAD:a.xml");
    expect(said[0]).toMatch(/^git-failed: The input cannot be read from git \(not a git repository/);
  });

  it("are not read beyond the limit", async () => {
    const folder = repository({ "a/huge.bin": new Uint8Array(sizeLimit + 1), "a/a.xml": edmx(1) });
    const { texts, said } = await load(folder, "git:HEAD:a");
    expect([Object.keys(texts), said.length]).toEqual([["HEAD:a/a.xml"], 1]);
  });
});
