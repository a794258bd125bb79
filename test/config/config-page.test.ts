/** Loads the config files that docs/config.md shows, and runs the one with a command. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadConfig } from "../../src/config/load-config.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { runCli } from "../cli/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const page = readFileSync(fileURLToPath(new URL("../../docs/config.md", import.meta.url)), "utf8");
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language = "", code = ""]) => ({
  language,
  code,
}));

const schema = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n"><ComplexType Name="Lamp"/></Schema>`;

async function loaded(name: string, code: string) {
  const folder = temporaryFolder({ [name]: code, "schemas/people.xml": schema });
  const report = new Report();
  const config = await loadConfig(folder, undefined, new Sources(), report, new Set());
  return { said: report.diagnostics.map(({ message }) => message), services: config?.services };
}

/** Another test covers what is no config file. */
const configs = blocks.filter(({ code }) => /"services"|defineConfig/.test(code));

it("shows config files without a fault", async () => {
  expect(configs.map(({ language }) => language)).toEqual(expect.arrayContaining(["json", "ts"]));
  for (const { language, code } of configs) {
    const { said, services = [] } = await loaded(`odata-codegen.config.${language}`, code);
    expect({ code, said, count: services.length > 0 }).toEqual({ code, said: [], count: true });
  }
});

it("shows defaults that services replace", async () => {
  const { services = [] } = await loaded("odata-codegen.config.json", configs[0]?.code ?? "");
  expect(services.map(({ name, options: { emit, importExtension } }) => [name, emit, importExtension])).toEqual([
    ["people", ["types", "client"], "none"],
    ["graph", ["types", "validators", "client"], "none"],
  ]);
});

it("shows a function that makes a service of each file", async () => {
  const { services } = await loaded(
    "odata-codegen.config.ts",
    configs.find(({ language }) => language === "ts")?.code ?? "",
  );
  expect(services).toMatchObject([{ name: "people", inputs: ["schemas/people.xml"], options: { emit: ["types"] } }]);
});

it.skipIf(process.platform === "win32")("shows a command that is found in node_modules/.bin", async () => {
  const { code = "" } = configs.find(({ code }) => code.includes("onDone")) ?? {};
  const folder = temporaryFolder({ "odata-codegen.config.json": code, "schemas/people.xml": schema });
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  const program = join(folder, "node_modules/.bin/prettier");
  writeFileSync(program, '#!/bin/sh\necho "$1 $2 $3" > arguments.txt\n');
  chmodSync(program, 0o755);
  const { code: status, stderr } = await runCli(folder, ["generate", "--emit", "types"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining("✔ people") });
  expect(readFileSync(join(folder, "arguments.txt"), "utf8")).toBe("--write --log-level warn\n");
});
