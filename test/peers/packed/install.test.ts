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
