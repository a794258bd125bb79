/** Compiles what docs/tanstack-query.md shows, with the client that examples/cap-react generates. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runBin } from "../../cli/run-cli.js";
import { fill } from "../../support/temporary-folder.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = fileURLToPath(new URL("docs/generated", import.meta.url));

/** The blocks of the page as files, named by their first line or by the line of the page where they begin. */
function blocks(): Readonly<Record<string, string>> {
  const page = readFileSync(join(root, "docs/tanstack-query.md"), "utf8");
  return Object.fromEntries(
    [...page.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)].map(({ 1: ending, 2: code = "", index }) => [
      /^\/\/ (\S+)\n/.exec(code)?.[1] ?? `line-${page.slice(0, index).split("\n").length}.${ending}`,
      code,
    ]),
  );
}

function compile(): string {
  const tsc = createRequire(import.meta.url)
    .resolve("typescript-7.0/package.json")
    .replace("package.json", "bin/tsc");
  return spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout;
}

it("docs/tanstack-query.md compiles, with the settings of the example", { timeout: 240_000 }, () => {
  const example = join(root, "examples/cap-react");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(example, "schemas"), join(folder, "schemas"), { recursive: true });
  const [, config = ""] =
    /^```json\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, "docs/tanstack-query.md"), "utf8")) ?? [];
  const tsconfig = { extends: join(example, "tsconfig.json"), include: ["src"] };
  const files = Object.entries(blocks()).map(([name, code]) => [`src/${name}`, code]);
  expect(files.length).toBeGreaterThan(10);
  fill(folder, {
    "odata-codegen.config.json": config,
    "tsconfig.json": JSON.stringify(tsconfig),
    ...Object.fromEntries(files),
  });
  expect(runBin(folder, ["generate"])).toMatchObject({ code: 0 });
  expect(compile()).toBe("");
  fill(folder, {
    "src/mistake.ts": 'import { client } from "./client";\nvoid client.Books.get({ select: ["titel"] });\n',
  });
  expect(compile()).toMatch(/mistake\.ts.*"titel"/);
});
