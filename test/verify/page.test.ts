/** What docs/verify-service.md shows is what the command prints, and the job of docs/testing.md runs it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { runCli } from "../cli/run-cli.js";
import { textOf } from "../docs/page-blocks.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { metadata, smallService } from "./small-service.js";

const wrong = metadata
  .replace('MaxLength="10"', 'MaxLength="3"')
  .replace('<Property Name="since" Type="Edm.Date"/>', "")
  .replace(
    '<EntitySet Name="makers" EntityType="shop.Maker"/>',
    `<EntitySet Name="makers" EntityType="shop.Maker"><Annotation Term="Org.OData.Capabilities.V1.FilterRestrictions"><Record><PropertyValue Property="Filterable" Bool="false"/></Record></Annotation></EntitySet><EntitySet Name="shelves" EntityType="shop.Item"/>`,
  );

it("the page has a command and what it prints", async () => {
  const fences = [...textOf("docs/verify-service.md").matchAll(/^```\w+\n([^]*?)```$/gm)].map(([, text = ""]) =>
    text.trim(),
  );
  const [command = "", printed] = fences;
  const [, name = "", url, ...inputs] = command.split(" ");
  expect({ name, url, inputs }).toEqual({
    name: "verify-service",
    url: "http://localhost:4004/shop",
    inputs: ["metadata.xml"],
  });
  const { root } = await smallService();
  const folder = temporaryFolder();
  writeFileSync(join(folder, "metadata.xml"), wrong);
  const { code, stdout, stderr } = await runCli(folder, [name, root, ...inputs]);
  expect(stdout.trim()).toBe(printed);
  expect(fences).toHaveLength(2);
  expect(stderr).toContain("error service-contradicts: The service contradicts its metadata in 4 ways");
  expect(code).toBe(1);
});

it("the job of docs/testing.md runs the command with a token and gives a table", async () => {
  const [, text = ""] = /^```yaml\n([^]*?)```$/m.exec(textOf("docs/testing.md")) ?? [];
  const { jobs } = parse(text) as Workflow;
  const { run = "", env } = jobs.verify.steps.at(-1) ?? {};
  const [command = "", summary] = run.split(" >> ");
  expect({ summary, env }).toEqual({
    summary: '"$GITHUB_STEP_SUMMARY"',
    env: { TOKEN: "${{ secrets.SERVICE_TOKEN }}" },
  });
  const { root } = await smallService();
  const folder = temporaryFolder({ "trippin.xml": metadata });
  const [, , ...args] = command.replace("https://example.com/trippin", root).split(" ");
  const { code, stdout } = await runCli(folder, args, { env: { TOKEN: "secret" } });
  expect({ code, title: stdout.split("\n")[0] }).toEqual({ code: 0, title: "# Service and metadata" });
});

interface Workflow {
  readonly jobs: { readonly verify: { readonly steps: readonly { readonly run?: string; readonly env?: object }[] } };
}

it("reports are data and tables, too", async () => {
  const { root } = await smallService();
  const folder = temporaryFolder();
  writeFileSync(join(folder, "metadata.xml"), wrong);
  const run = (report: string) => runCli(folder, ["verify-service", root, "metadata.xml", "--report", report]);
  const { findings } = JSON.parse((await run("json")).stdout) as { readonly findings: readonly object[] };
  expect(findings[0]).toMatchInlineSnapshot(`
    {
      "cause": "place-missing",
      "count": 1,
      "exchange": {
        "answer": "",
        "request": "GET /shelves?$top=5",
        "status": 404,
      },
      "message": "the entity set is not there",
      "subject": "shelves",
    }
  `);
  expect((await run("markdown")).stdout.split("\n").slice(0, 9)).toMatchInlineSnapshot(`
    [
      "# Service and metadata",
      "",
      "4 findings in 27 requests.",
      "",
      "## place-missing",
      "",
      "a set, singleton or function of the metadata that the service does not have.",
      "",
      "| Where | Finding | Request | Status | Answer |",
    ]
  `);
});

it("a run without findings ends well, and says what is left", async () => {
  const { root } = await smallService();
  const { code, stdout, stderr } = await runCli(temporaryFolder(), [
    "verify-service",
    `${root}/`,
    "--max-requests",
    "3",
  ]);
  expect(code).toBe(0);
  expect(stdout).toBe("0 findings in 3 requests.\n");
  expect(stderr).toContain("notice verify-incomplete: 3 requests were sent, and others are left; raise --max-requests");
});

it("a service that is not there is an error", async () => {
  const { code, stderr } = await runCli(temporaryFolder(), ["verify-service", "http://127.0.0.1:1/service"]);
  expect(code).toBe(1);
  expect(stderr).toContain("error remote-failed: ");
});
