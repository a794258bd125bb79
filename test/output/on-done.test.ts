import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { batches } from "../../src/output/on-done/shell-command.js";
import { runCli } from "../cli/run-cli.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";

const schema = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">
<EntityType Name="Lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>
</Schema>`;

/** A command that writes a line at the end of each file, and its arguments into a file. */
const program = `import { appendFileSync } from "node:fs";
for (const path of process.argv.slice(2)) appendFileSync(path, "// formatted\\n");
appendFileSync("runs.txt", process.argv.slice(2).length + " " + process.argv[2] + "\\n");`;

function project(onDone: string): string {
  const service = { input: "a.xml", output: "out dir/o", emit: "types", onDone };
  return temporaryFolder({
    "a.xml": schema,
    "format.mjs": program,
    "odata-codegen.config.json": JSON.stringify({ services: { a: service } }),
  });
}

const command = "node format.mjs";

describe("onDone", () => {
  it("is run over the files before they are written", async () => {
    const folder = project(command);
    const { code, stderr } = await runCli(folder, ["generate"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("✔ a") });
    const files = Object.entries(contentOf(join(folder, "out dir/o"))).filter(([path]) => path.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter(([, text]) => !text.endsWith("\n// formatted\n"))).toEqual([]);
    expect(readFileSync(join(folder, "runs.txt"), "utf8")).toMatch(
      new RegExp(`^${files.length} out dir/o/\\.odata-codegen\\.done-\\d+/[\\w/.]+\n$`),
    );
    expect(readdirSync(join(folder, "out dir/o")).filter((name) => name.startsWith(".odata-codegen.done"))).toEqual([]);
  });

  it("is part of what --check compares, and what edits are told by", async () => {
    const folder = project(command);
    await runCli(folder, ["generate"]);
    expect((await runCli(folder, ["generate", "--check"])).code).toBe(0);
    const again = await runCli(folder, ["generate"]);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("none changed") });
    writeFileSync(join(folder, "format.mjs"), program.replaceAll("formatted", "written"));
    expect(await runCli(folder, ["generate", "--check"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("output-outdated"),
    });
    expect((await runCli(folder, ["generate"])).code).toBe(0);
    writeFileSync(join(folder, "out dir/o/types.ts"), "mine");
    expect(await runCli(folder, ["generate"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("output-modified"),
    });
  });

  it.each([
    ["node -e 'console.log(\"no luck\"); process.exit(3)' --", "(status 3: no luck)"],
    ["no-such-program-here", "(status 127"],
    ["node -e 'fs.rmSync(process.argv[1])'", "(it removed"],
  ])("that fails leaves everything as it was: %s", async (onDone, reason) => {
    const folder = project(onDone);
    const before = contentOf(folder);
    const { code, stderr } = await runCli(folder, ["generate"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(reason) });
    expect(contentOf(folder)).toEqual(before);
    expect(existsSync(join(folder, "out dir"))).toBe(false);
  });

  it("runs Prettier with the configuration of the output's place", async () => {
    const prettier = fileURLToPath(new URL("../../node_modules/prettier/bin/prettier.cjs", import.meta.url));
    const folder = project(`node ${prettier} --write --log-level warn`);
    writeFileSync(join(folder, ".prettierrc"), '{ "semi": false, "singleQuote": true, "tabWidth": 8 }');
    const { code, stderr } = await runCli(folder, ["generate"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("✔ a") });
    expect(readFileSync(join(folder, "out dir/o/index.ts"), "utf8")).toMatch(/^export \* from '[^']+'$/m);
    expect(readFileSync(join(folder, "out dir/o/types.ts"), "utf8")).toMatch(/^ {8}id: number$/m);
  });
});

it("gives the paths to several runs where they are too long for one", () => {
  expect(batches(["a", "b c", "d", "e"], 8)).toEqual([
    ["a", process.platform === "win32" ? '"b c"' : "'b c'"],
    ["d", "e"],
  ]);
  expect(batches(["a".repeat(20), "b"], 8)).toEqual([["a".repeat(20)], ["b"]]);
  expect(batches([], 8)).toEqual([]);
});
