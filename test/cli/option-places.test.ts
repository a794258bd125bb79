import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { people } from "./people-service.js";
import { runCli } from "./run-cli.js";

const config = `{
  "defaults": { "exclude": ["People.Defaulted"] },
  "services": {
    "people": {
      "input": "people.xml",
      "output": "out",
      "exclude": [
        "People.Plce"
      ],
      "typeMapping": { "Edm.Gid": "branded" },
      "names": {
        "People.Persn": "Human"
      }
    },
    "others": { "input": "people.xml", "output": "others" }
  }
}`;

const files = { "people.xml": people() };

describe("diagnostics about options of a service", () => {
  it("stand where the JSON config file has them, its defaults too", async () => {
    const folder = temporaryFolder({ ...files, "odata-codegen.config.json": config });
    const { stderr } = await runCli(folder, ["generate"]);
    expect(stderr.split("\n").filter((line) => line.includes(" - "))).toEqual([
      expect.stringMatching(/^odata-codegen\.config\.json:8:9 - warning pattern-unmatched: .*"People\.Plce"/),
      expect.stringMatching(/^odata-codegen\.config\.json:10:24 - warning type-mapping-unmatched: .*Edm\.Gid/),
      expect.stringMatching(/^odata-codegen\.config\.json:12:9 - warning name-rule-unmatched: .*People\.Persn/),
      expect.stringMatching(/^odata-codegen\.config\.json:2:29 - warning pattern-unmatched: .*"People\.Defaulted"/),
    ]);
  });

  it("stand at the option where the command line has it in the place of the config file", async () => {
    const folder = temporaryFolder({ ...files, "odata-codegen.config.json": config });
    const { stderr } = await runCli(folder, ["generate", "people", "--exclude", "People.Plce"]);
    expect(stderr).toContain("--exclude People.Plce - warning pattern-unmatched: ");
    expect(stderr).toContain("odata-codegen.config.json:12:9 - warning name-rule-unmatched: ");
  });

  it("stand at the file where the config file is a module", async () => {
    const module = `export default { services: { people: { input: "people.xml", output: "out", include: ["A.B"] } } };`;
    const folder = temporaryFolder({ ...files, "odata-codegen.config.mjs": module });
    const { stderr } = await runCli(folder, ["generate"]);
    expect(stderr).toContain("odata-codegen.config.mjs - error selection-empty: ");
  });

  it.each([["mock"], ["explore", "-o", "page.html"], ["explain", "Person"]])("hold in %s", async (...args) => {
    const service = { input: "people.xml", output: "out", include: ["A.B"], untyped: ["A.C"] };
    const folder = temporaryFolder({
      ...files,
      "odata-codegen.config.json": JSON.stringify({ services: { people: service } }),
    });
    const { stderr } = await runCli(folder, args);
    expect(stderr).toMatch(/^odata-codegen\.config\.json:1:\d+ - (?:error|warning) /m);
    expect(stderr).not.toMatch(/^--/m);
  });

  it("name no file for GitHub where they are about the command line", async () => {
    const folder = temporaryFolder(files);
    const args = ["generate", "people.xml", "-o", "out", "--exclude", "A.B", "--format", "github"];
    expect((await runCli(folder, args)).stderr).toContain("::warning title=pattern-unmatched::--exclude A.B: ");
  });
});
