import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { contentHash } from "../../src/output/content-hash.js";
import { runCli } from "./run-cli.js";

const reference =
  '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:Reference Uri="lib/more.xml"><edmx:Include Namespace="m"/></edmx:Reference><edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="a"><ComplexType Name="C" BaseType="m.Base"/></Schema></edmx:DataServices></edmx:Edmx>';
const schema = (namespace: string) =>
  `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}"><ComplexType Name="Base"/></Schema>`;

const files = {
  "odata-codegen.config.mjs":
    'import { folder } from "./names.mjs";\nexport default { services: { people: { input: folder, output: "src/people", emit: ["types"] }, trade: { input: "trade.xml", output: "../trade", emit: ["types"] } } };\n',
  "names.mjs": 'export const folder = "schemas/people.xml";\n',
  "odata-codegen.lock.json": '{ "lockVersion": 1, "services": {} }\n',
  "schemas/people.xml": reference,
  "schemas/lib/more.xml": schema("m"),
  "trade.xml": schema("trade"),
};

const app = (more: Readonly<Record<string, string>> = {}) => {
  const folder = temporaryFolder(
    Object.fromEntries(Object.entries({ ...files, ...more }).map(([path, text]) => [`app/${path}`, text])),
  );
  return join(folder, "app");
};

const config = ["names.mjs", "odata-codegen.config.mjs", "odata-codegen.lock.json"];

describe("generate --print-deps", () => {
  it("prints what each service reads and writes, and writes nothing", async () => {
    const folder = app();
    const before = contentOf(folder);
    const { code, stdout, stderr } = await runCli(folder, ["generate", "--print-deps", "--quiet"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(contentOf(folder)).toEqual(before);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    const of = (service: string, kind: string) =>
      lines.filter((line) => line[0] === service && line[1] === kind).map(([, , path]) => path);
    expect(of("people", "input")).toEqual([...config, "schemas/lib/more.xml", "schemas/people.xml"]);
    expect(of("trade", "input")).toEqual([...config, "trade.xml"]);
    expect(lines).toHaveLength(
      ["people", "trade"].flatMap((name) => [...of(name, "input"), ...of(name, "output")]).length,
    );

    await runCli(folder, ["generate", "--quiet"]);
    const written = (output: string) => Object.keys(contentOf(join(folder, output))).map((path) => `${output}/${path}`);
    expect(of("people", "output")).toEqual(["odata-codegen.lock.json", ...written("src/people")].sort());
    expect(of("trade", "output")).toEqual(["odata-codegen.lock.json", ...written("../trade")].sort());
  });

  it("prints them as JSON, for the named services", async () => {
    const { code, stdout, stderr } = await runCli(app(), ["generate", "trade", "--print-deps", "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "[]\n" });
    expect(JSON.parse(stdout)).toEqual([
      {
        service: "trade",
        inputs: [...config, "trade.xml"],
        outputs: expect.arrayContaining(["../trade/.odata-codegen.json", "../trade/types.ts"]) as unknown,
      },
    ]);
  });

  it("prints the kept copy of a URL", async () => {
    const kept = { "https://people.example/$metadata": { file: "trade.xml", sha256: contentHash(schema("trade")) } };
    const folder = app({
      "odata-codegen.config.json": JSON.stringify({ services: { trade: { input: Object.keys(kept), output: "out" } } }),
      "odata-codegen.lock.json": JSON.stringify({ lockVersion: 1, services: { trade: { inputs: kept } } }),
    });
    const { stdout, stderr } = await runCli(folder, ["generate", "--print-deps", "-c", "odata-codegen.config.json"]);
    expect(stderr).toBe("");
    const inputs = ["odata-codegen.config.json", "odata-codegen.lock.json", "trade.xml"];
    expect(stdout.split("\n").filter((line) => line.includes("\tinput\t"))).toEqual(
      inputs.map((path) => `trade\tinput\t${path}`),
    );
  });

  it("prints those of inputs of the command line", async () => {
    const folder = app();
    const { stdout } = await runCli(folder, ["generate", "trade.xml", "-o", "out", "--print-deps", "--emit", "types"]);
    expect(stdout).toMatch(/^-\tinput\ttrade\.xml\n-\toutput\tout\/\.odata-codegen\.json\n/);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("has no answer for a service with errors, but for the others", async () => {
    const folder = app({ "schemas/people.xml": schema("a").slice(0, -9) });
    const { code, stdout, stderr } = await runCli(folder, ["generate", "--print-deps"]);
    expect(code).toBe(1);
    expect(stderr).toContain("schemas/people.xml:1");
    expect(
      new Set(
        stdout
          .trimEnd()
          .split("\n")
          .map((line) => line.split("\t")[0]),
      ),
    ).toEqual(new Set(["trade"]));
  });
});

describe("generate with names of services", () => {
  const run = (folder: string, ...args: readonly string[]) => runCli(folder, ["generate", ...args]);

  it("generates those, in the order of the config file", async () => {
    const folder = app();
    expect((await run(folder, "trade", "--quiet")).code).toBe(0);
    expect(existsSync(join(folder, "src/people"))).toBe(false);
    const { stderr } = await run(folder, "trade", "people", "trade", "--config", "odata-codegen.config.mjs");
    expect(stderr).toMatch(/✔ people [^]*✔ trade .*\n✔ 2 services /);
  });

  it.each([
    ["peolpe", 'The config file has no service "peolpe"; did you mean people?'],
    [
      "x",
      'The config file has no service "x"; write one of people, trade, or add --output <folder> if it is an input.',
    ],
    ["trade.xml", '"trade.xml" is an input, not a service of the config file; add --output <folder>.'],
    ["schemas/*.xml", '"schemas/*.xml" is an input, not a service of the config file; add --output <folder>.'],
  ])("refuses what is none: %s", async (name, message) => {
    expect(await run(app(), "people", name)).toEqual({
      code: 2,
      stdout: "",
      stderr: `<command line> - error usage-unknown-service: ${message}\n1 error\n`,
    });
  });

  it("refuses a service that --print-deps or --check are both for", async () => {
    expect((await run(app(), "--check", "--print-deps")).stderr).toContain(
      "--check and --print-deps exclude each other",
    );
  });
});
