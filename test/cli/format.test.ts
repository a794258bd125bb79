/** What `--format` makes of diagnostics, and on which stream. */
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { formatGithub } from "../../src/diagnostics/format-github.js";
import { runCli } from "./run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampCsdl, lampFiles } from "./lamp-inputs.js";

const broken = lampCsdl.replace('Type="self.lampMode"', 'Type="self.lampMood"');
const generate = ["generate", ".", "-o", "out"];

describe("--format github", () => {
  it("annotates lines, errors first, and leaves the summary as it is", async () => {
    const folder = temporaryFolder({ ...lampFiles, "broken.xml": broken.replaceAll("contoso.home", "contoso.shed") });
    const { code, stdout, stderr } = await runCli(folder, [...generate, "--format", "github"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toBe("✖ nothing written to out");
    expect(lines[1]).toMatch(/^::error file=broken\.xml,line=12,col=\d+,title=unresolved-type::.*lampMood/);
    const kinds = lines.slice(1, -1).map((line) => /^::(\w+) file=/.exec(line)?.[1]);
    expect(kinds).toEqual(
      kinds.toSorted((a, b) => ["error", "warning"].indexOf(a ?? "") - ["error", "warning"].indexOf(b ?? "")),
    );
    expect(kinds).toContain("warning");
    expect(lines.at(-1)).toMatch(/^1 error, \d+ warnings/);
    expect(lines.find((line) => line.includes("title=type-differs"))).toMatch(
      /^::warning file=pages\/lamp-create\.md,line=31,col=2,title=type-differs::.*stands\.%0Alamps\.xml:11:9 - the declaration that stands$/,
    );
  });

  it("names files from the root of the repository, and no file where there is none", async () => {
    const folder = temporaryFolder({ "app/a.xml": broken });
    const run = (...args: string[]) => runCli(join(folder, "app"), args, { env: { GITHUB_WORKSPACE: folder } });
    const { stderr } = await run(...generate, "--quiet", "--format=github");
    expect(stderr).toMatch(/^::error file=app\/a\.xml,line=12,col=\d+,title=unresolved-type::.*\n$/);
    expect(await run("generat", "--format", "github")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        '::error title=usage-unknown-command::<command line>: "generat" is not a command; did you mean generate?\n1 error\n',
    });
  });

  it("escapes what the runner takes for the end of a property or of the command", () => {
    const place = { path: "100%, a:b.xml", line: 2, column: 3 };
    const given = { code: "c", severity: "notice", message: "50%: a, b\n::error::no\u001B", related: [] } as const;
    expect(formatGithub({ ...given, ...place }, { cwd: "/r/in", root: "/r" })).toBe(
      "::notice file=in/100%25%2C a%3Ab.xml,line=2,col=3,title=c::50%25: a, b\\u{a}::error::no\\u{1b}",
    );
    const elsewhere = (path: string) => formatGithub({ ...given, message: "m", path }, { cwd: "/r", root: "/r" });
    expect(elsewhere("../x.xml")).toBe("::notice title=c::../x.xml: m");
    expect(elsewhere("https://host/$metadata")).toBe("::notice title=c::https://host/$metadata: m");
    expect(elsewhere("..x.xml")).toBe("::notice file=..x.xml,title=c::m");
  });
});

describe("--format json", () => {
  const codes = (stderr: string) =>
    (JSON.parse(stderr) as readonly { readonly code: string }[]).map(({ code }) => code);

  it.each([
    ["generate", "lamps.xml", "-o", "out"],
    ["generate", "lamps.xml", "-o", "out", "--check"],
    ["convert", "lamps.xml"],
    ["explain", "lamp", "lamps.xml"],
    ["audit", "pages", "lamps.xml"],
    ["permissions", "/lamps", "--in", "pages"],
  ])("is alone on its stream: %s", async (...args) => {
    const folder = temporaryFolder(lampFiles);
    const { stdout, stderr } = await runCli(folder, [...args, "--format", "json"]);
    expect(codes(stderr)).toBeInstanceOf(Array);
    if (["audit", "convert", "permissions"].includes(args[0] ?? "")) expect(JSON.parse(stdout)).toBeInstanceOf(Object);
  });

  it("is an empty array where there is nothing to report", async () => {
    const folder = temporaryFolder(lampFiles);
    const run = await runCli(folder, ["generate", "lamps.xml", "-o", "out", "--format", "json"]);
    expect(run).toEqual({ code: 0, stdout: "", stderr: "[]\n" });
  });

  it.each([
    [["generat"], "usage-unknown-command"],
    [["--emti"], "usage-no-command"],
    [["completion", "x", "--verify"], "usage-refused"],
    [["generate", "a.xml", "-o", "out", "--emti", "types"], "usage-unknown-option"],
    [["generate"], "usage-no-inputs"],
    [["explain"], "usage-no-name"],
  ])("holds wrong usage: %s", async (args, code) => {
    for (const format of [["--format", "json"], ["--format=json"]]) {
      const { code: exit, stdout, stderr } = await runCli(temporaryFolder(), [...args, ...format]);
      expect({ exit, stdout, codes: codes(stderr) }).toEqual({ exit: 2, stdout: "", codes: [code] });
    }
  });

  it("holds a failure of the tool, with what was reported before", async () => {
    const sorted = vi.spyOn(Array.prototype, "toSorted").mockImplementation(() => {
      throw new Error("out of order");
    });
    const folder = temporaryFolder(lampFiles);
    const run = async (...format: string[]) => runCli(folder, ["generate", "lamps.xml", "-o", "out", ...format]);
    const { code, stdout, stderr } = await run("--format", "json");
    const github = await run("--format", "github");
    sorted.mockRestore();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const message =
      "internal error: out of order; this is a bug of odata-codegen, please report it in the issues of its repository";
    expect(JSON.parse(stderr)).toEqual([
      { code: "internal-error", severity: "error", message, path: "<odata-codegen>", related: [] },
    ]);
    expect(github.stderr).toBe(`::error title=internal-error::<odata-codegen>: ${message}\n`);
  });
});
