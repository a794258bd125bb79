/** Runs the commands of docs/ci.md, and compares its recipes with what a service reads and writes. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runCli } from "../cli/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const page = readFileSync(fileURLToPath(new URL("../../docs/ci.md", import.meta.url)), "utf8");
const workspace = fileURLToPath(new URL("../../examples/turborepo/", import.meta.url));
const bin = fileURLToPath(new URL("../../lib/odata-codegen.js", import.meta.url));

/** The blocks of a section in a language. */
function blocks(language: string, section: string): readonly string[] {
  const text = section === "" ? page : (page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? "");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, block = ""]) => block,
  );
}

function json<T>(section: string, index = 0): T {
  const found = section === "" ? page.split(/^## /m)[0] : undefined;
  const block = found === undefined ? blocks("json", section)[index] : /```json\n([^]*?)```/.exec(found)?.[1];
  return JSON.parse(block ?? "") as T;
}

/** A folder as the page assumes it. */
function project(): string {
  const folder = temporaryFolder();
  cpSync(join(workspace, "packages/people"), folder, { recursive: true });
  return folder;
}

/** Runs a command line of the page. */
function run(folder: string, line: string, env: Readonly<Record<string, string>> = {}) {
  const [npx, tool, ...args] = line.trim().split(" ");
  expect([npx, tool]).toEqual(["npx", "odata-codegen"]);
  return runCli(folder, args, { env });
}

interface Dependencies {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

async function dependencies(folder: string): Promise<Dependencies> {
  const [line = ""] = blocks("sh", "Files that a service reads and writes").slice(1);
  const [service] = JSON.parse((await run(folder, line)).stdout) as readonly Dependencies[];
  if (service === undefined) throw new Error("no service was printed");
  return service;
}

/** The paths that patterns leave out. */
async function missedBy(
  patterns: readonly string[],
  paths: readonly string[],
  cwd: string,
): Promise<readonly string[]> {
  const matched = new Set(await glob(patterns, { cwd, dot: true }));
  return paths.filter((path) => !matched.has(path));
}

const upToDate = { code: 0, stdout: "" };

describe("docs/ci.md", () => {
  it("begins with the config of the workspace that tests run", () => {
    const config: unknown = JSON.parse(
      readFileSync(join(workspace, "packages/people/odata-codegen.config.json"), "utf8"),
    );
    expect(json("")).toEqual(config);
  });

  it("has jobs that find out whether output is up to date", async () => {
    const folder = project();
    const [job = "", matrix = ""] = blocks("yaml", "GitHub Actions");
    const { jobs } = parse(job) as {
      readonly jobs: { readonly [name: string]: { readonly steps: readonly { readonly run?: string }[] } };
    };
    const lines = jobs["odata-codegen"]?.steps.flatMap(({ run }) => run ?? []) ?? [];
    expect(lines).toEqual(["npm ci", expect.stringContaining("--check")]);
    const check = lines[1] ?? "";
    expect((await run(folder, check)).stderr).toMatch(/^✖ people /m);
    await run(folder, "npx odata-codegen generate --quiet");
    expect(await run(folder, check)).toMatchObject(upToDate);
    const { steps } = parse(matrix) as { readonly steps: readonly { readonly run: string }[] };
    for (const format of ["github", "text"])
      expect(await run(folder, (steps[0]?.run ?? "").replace(/\$\{\{.*\}\}/, format))).toMatchObject(upToDate);

    const schema = join(folder, "schemas/people.xml");
    writeFileSync(schema, readFileSync(schema, "utf8").replace('"name" Type="Edm.String"', '"name" Type="Edm.Strin"'));
    expect((await run(folder, check)).stderr).toContain(blocks("text", "GitHub Actions")[0] ?? "nothing");
  });

  it("prints the files that a service reads and writes", async () => {
    const folder = project();
    const [text = ""] = blocks("sh", "Files that a service reads and writes");
    const { inputs, outputs } = await dependencies(folder);
    const lines = [...inputs.map((path) => `input\t${path}`), ...outputs.map((path) => `output\t${path}`)];
    expect((await run(folder, text)).stdout).toBe(lines.map((line) => `people\t${line}\n`).join(""));
  });

  it("has the recipe of the workspace that runs with Turborepo", () => {
    expect(json("Turborepo")).toEqual(JSON.parse(readFileSync(join(workspace, "turbo.json"), "utf8")));
  });

  it("names inputs and outputs for Nx", async () => {
    const folder = project();
    const { targets } = json<{ targets: { generate: Dependencies & { command: string } } }>("Nx");
    const { command, inputs, outputs } = targets.generate;
    expect(await run(folder, command)).toMatchObject(upToDate);
    const inProject = (patterns: readonly unknown[]) =>
      patterns.flatMap((one) => (typeof one === "string" ? one.replace("{projectRoot}/", "") : []));
    const found = await dependencies(folder);
    expect(await missedBy(inProject(inputs), found.inputs, folder)).toEqual([]);
    expect(await missedBy(inProject(outputs), found.outputs, folder)).toEqual([]);
  });

  it.skipIf(spawnSync("make", ["--version"]).status !== 0)("has a makefile that runs what has to run", () => {
    const folder = project();
    writeFileSync(join(folder, "Makefile"), blocks("make", "make")[0] ?? "");
    const make = () => {
      const tool = `ODATA_CODEGEN="${process.execPath}" "${bin}"`;
      const { stdout, stderr } = spawnSync("make", [tool], { cwd: folder, encoding: "utf8" });
      return stdout + stderr;
    };
    expect(make()).toMatch(/✔ people {2}1 type/);
    expect(make()).toContain("is up to date");
    const schema = join(folder, "schemas/people.xml");
    const later = new Date(Date.now() + 5000);
    writeFileSync(schema, readFileSync(schema, "utf8").replace('Name="name"', 'Name="nickname"'));
    expect(spawnSync("touch", ["-d", later.toISOString(), schema]).status).toBe(0);
    expect(make()).toMatch(/✔ people {2}1 type/);
  });

  it("has tasks for Renovate that its server permits, and that commit all that changes", async () => {
    const folder = project();
    interface Rule {
      readonly postUpgradeTasks: { readonly commands: readonly string[]; readonly fileFilters: readonly string[] };
    }
    const { packageRules } = json<{ packageRules: readonly Rule[] }>("Renovate");
    const { commands = [], fileFilters = [] } = packageRules[0]?.postUpgradeTasks ?? {};
    const { allowedCommands } = json<{ allowedCommands: readonly string[] }>("Renovate", 1);
    expect(commands.filter((line) => !allowedCommands.some((allowed) => new RegExp(allowed).test(line)))).toEqual([]);
    expect(await run(folder, commands[1] ?? "")).toMatchObject(upToDate);
    expect(await missedBy(fileFilters, (await dependencies(folder)).outputs, folder)).toEqual([]);
  });

  it("has a hook that runs when inputs or outputs change", async () => {
    const folder = project();
    interface Hook {
      readonly entry: string;
      readonly files: string;
    }
    const [block = ""] = blocks("yaml", "pre-commit");
    const { repos } = parse(block) as { readonly repos: readonly { readonly hooks: readonly Hook[] }[] };
    const { entry = "", files = "" } = repos[0]?.hooks[0] ?? {};
    const { inputs, outputs } = await dependencies(folder);
    const paths = [...inputs, ...outputs, "odata-codegen.lock.json"];
    expect(paths.filter((path) => !new RegExp(files).test(path))).toEqual([]);
    expect((await run(folder, entry)).code).toBe(1);
    await run(folder, "npx odata-codegen generate --quiet");
    expect(await run(folder, entry)).toMatchObject(upToDate);
  });

  it("names each command that it shows", () => {
    const lines = blocks("sh", "").map((block) => block.trim());
    expect(lines).toEqual([
      "npx odata-codegen generate people --print-deps",
      "npx odata-codegen generate --print-deps --format json",
      "npx odata-codegen generate --watch", // test/cli/watch
    ]);
  });
});
