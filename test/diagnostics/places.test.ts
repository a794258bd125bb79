import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue/catalogue.js";
import { csdlEntries } from "../../src/diagnostics/catalogue/csdl.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { verify } from "../../src/rendering/verify.js";
import { runCli } from "../cli/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { type Answer, cases, type Case, type InGit } from "./cases.js";

/** What the last run of a case prints to the standard error, without its folder. */
async function saidBy({ files = {}, prepare, between, runs, env = {} }: Case): Promise<string> {
  const folder = temporaryFolder(files);
  prepare?.(folder);
  const [first, ...others] = runs ?? [["generate", "in", "-o", "out"]];
  let { stderr } = await runCli(folder, first ?? [], { env });
  between?.(folder);
  for (const args of others) ({ stderr } = await runCli(folder, args, { env }));
  return stderr.replaceAll(folder, "<folder>");
}

/** The diagnostics of a code with their related places, one text each. */
function diagnosticsOf(code: string, text: string): readonly string[] {
  const all = text.match(/^.* - (?:error|warning|notice) .*(?:\n  .*)*/gm) ?? [];
  return all.filter((one) => / - \w+ ([a-z-]+): /.exec(one)?.[1] === code);
}

/** Without the number of a process and its host, long names, and the files of the runtime. */
function lasting(diagnostics: readonly string[]): readonly string[] {
  return diagnostics
    .filter((text) => !text.startsWith("out/runtime/"))
    .map((text) =>
      text
        .replace(/Process \d+ on the host "[^"]+"/, 'Process <id> on the host "<host>"')
        .replaceAll(/(.)\1{20,}/gu, "$1…"),
    );
}

describe("a code is said at its place:", () => {
  const all: string[] = [];
  it.each(Object.entries(cases))("%s", async (code, one) => {
    const said = await saidBy(one);
    const diagnostics = diagnosticsOf(code, said);
    all.push(...lasting(diagnostics));
    expect(diagnostics[0]?.split(" - ")[0]).toBe(one.place);
  });

  it("with the messages in messages.txt", async () => {
    await expect(`${all.join("\n")}\n`).toMatchFileSnapshot("messages.txt");
  });
});

it("verify-failed is said at its place in the output", () => {
  const report = new Report();
  const sources = new Sources();
  const files = [{ path: "a.ts", text: 'export const a = 1;\nexport const b: number = "x";\n' }];
  verify({ files, folder: "out", cwd: "/project" }, sources, report);
  const [said] = report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false }));
  expect(said).toMatch(/^out\/a\.ts:2:14 - error verify-failed: /);
});

it("no code is without a case", () => {
  // Those of the readers of CSDL have theirs in test/csdl/diagnostics.test.ts, and a test that none lacks one; the
  // folder that cannot be written has its own in test/output/unwritable.test.ts, the package that is not installed in
  // test/rendering/to-javascript.test.ts, answers of a server in test/sources/remote and test/kept/fetch,
  // repositories of git in test/sources/git.test.ts and test/cli/diff.test.ts, drift in test/cli/drift.test.ts,
  // services that run in test/verify.
  const others = ["verify-failed", "output-unwritable", "transformer-missing"];
  const changes = ["service-drifted", "service-rewritten", "breaking-change"];
  const running = ["service-contradicts", "verify-incomplete", "entity-left"];
  const inGit: readonly InGit[] = ["git-revision-unknown", "git-path-outside", "git-path-from-root", "service-new"];
  const answers: readonly Answer[] = ["remote-login", "remote-unauthorized", "remote-untrusted", "kept-file-foreign"];
  const elsewhere = [...Object.keys(csdlEntries), ...others, ...answers, ...changes, ...running, ...inGit];
  const shown = new Set([...Object.keys(cases), ...elsewhere]);
  expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual([]);
});
