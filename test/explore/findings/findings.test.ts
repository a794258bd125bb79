import { describe, expect, it } from "vitest";
import { causes } from "../../../src/audit/causes.js";
import type { ModelData } from "../../../src/explore/data/format.js";
import { lampCsdl, lampFiles, lampPages } from "../../cli/lamp-inputs.js";
import { runCli } from "../../cli/run-cli.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const inputs = ["pages", "lamps.xml"] as const;

async function explored(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<ModelData> {
  const { stdout, stderr } = await runCli(temporaryFolder(files), ["explore", ...args, "--format", "json", "--quiet"]);
  expect(stderr).not.toContain(" error ");
  return JSON.parse(stdout) as ModelData; // as explore prints it
}

describe("the findings of a page", () => {
  it("are those of audit, by cause, with the lines of both sources and the words of the catalogue", async () => {
    const { findings, causes: meanings, sources = [] } = await explored(lampFiles, ...inputs);
    const lines = findings?.map(({ cause, element, message, suggestion, at = [] }) =>
      [cause, element, message, suggestion, ...at.map(([of, line]) => `${sources[of]?.name}:${line}`)].join(" | "),
    );
    expect(lines).toEqual([
      "type-primitive-differs | contoso.home.lamp/id | documented as String, declared as Int32 in the CSDL | Int32 | pages/lamp-create.md:31 | lamps.xml:11",
      "type-primitive-differs | contoso.home.lamp/id | documented as String, declared as Int32 in the CSDL | Int32 | pages/lamp-update.md:31 | lamps.xml:11",
      "member-not-in-csdl | contoso.home.lampMode/blinking | the CSDL does not declare this member |  | pages/lamp-create.md:32 | lamps.xml:5",
      "type-undocumented | contoso.home.lamp | no page documents this type |  | lamps.xml:9",
    ]);
    const named = ["type-primitive-differs", "member-not-in-csdl", "type-undocumented"] as const;
    expect(meanings).toEqual(Object.fromEntries(named.map((cause) => [cause, causes[cause]])));
  });

  it("are as many as audit counts", async () => {
    const folder = temporaryFolder(lampFiles);
    const audit = await runCli(folder, ["audit", ...inputs, "--all-findings", "--format", "json", "--quiet"]);
    const { findings } = await explored(lampFiles, ...inputs);
    const all = JSON.parse(audit.stdout) as { readonly findings: readonly { readonly cause: string }[] };
    expect(findings?.map(({ cause }) => cause).sort()).toEqual(all.findings.map(({ cause }) => cause).sort());
  });

  it("are of pages with each other where there is no CSDL, and none without pages", async () => {
    const { findings } = await explored(lampPages, "pages");
    expect(findings?.map(({ cause }) => cause)).toEqual(["pages-differ-on-members"]);
    expect(await explored({ "lamps.xml": lampCsdl }, "lamps.xml")).not.toHaveProperty("findings");
    expect(await explored(lampFiles, ...inputs, "--without", "audit")).not.toHaveProperty("findings");
  });

  it("leave out those that the config file suppresses, in its own list or in a file", async () => {
    const entries = [{ cause: "type-*", page: "pages/lamp-update.md", reason: "to be rewritten" }];
    const service = { input: inputs, output: "src/home" };
    const config = (suppressions: unknown) => ({
      ...lampFiles,
      "known.json": JSON.stringify({ suppressions: entries }),
      "odata-codegen.config.json": JSON.stringify({ services: { home: { ...service, suppressions } } }),
    });
    for (const suppressions of [entries, "known.json"]) {
      const { findings } = await explored(config(suppressions));
      expect(findings?.map(({ cause }) => cause)).toEqual([
        "type-primitive-differs",
        "member-not-in-csdl",
        "type-undocumented",
      ]);
    }
  });
});
