import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toolVersion } from "../../../src/installation/package.js";
import { contentOf, temporaryFolder } from "../../support/temporary-folder.js";
import { installTool, run } from "./install.js";

describe("the packed tool, installed in an empty folder", () => {
  it("runs", () => {
    const folder = temporaryFolder();
    installTool(folder);
    expect(run(folder, ["--version"])).toEqual({ status: 0, stdout: `${toolVersion}\n`, stderr: "" });
  });

  it("takes at most 32 MB on the disk, with what it depends on", () => {
    const folder = temporaryFolder();
    installTool(folder);
    const blocks = readdirSync(join(folder, "node_modules"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => Math.ceil(statSync(join(parentPath, name)).size / 4096));
    const megabytes = (blocks.reduce((sum, count) => sum + count, 0) * 4096) / 2 ** 20;
    process.stdout.write(`The installed tool takes ${megabytes.toFixed(1)} MB.\n`);
    expect(megabytes).toBeLessThan(32);
  });

  it("lies beside packages that are linked", () => {
    const folder = temporaryFolder({ "package.json": '{ "name": "app" }' });
    installTool(folder, { link: ["zod", "@tanstack/query-core"] });
    expect(contentOf(folder)).toMatchObject({
      "package.json": '{ "name": "app" }',
      "node_modules/zod": "(link)",
      "node_modules/@tanstack/query-core": "(link)",
    });
  });
});
