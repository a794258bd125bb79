/** A CSV file that becomes validated devices, with the packed tool, against a server of the example. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { npm } from "../../support/npm.js";
import { installTool } from "../packed/install.js";
import { tsc } from "../packed/tsc.js";

const project = fileURLToPath(new URL("../../../", import.meta.url));

describe("examples/intune-import", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-intune-import-")));
  const folder = join(root, "examples/intune-import");
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeAll(() => {
    for (const part of ["examples/intune-import", "schemas/intune-enrollment"])
      cpSync(join(project, part), join(root, part), { recursive: true });
    installTool(folder, { link: ["csv-parse"] });
    for (const script of ["generate", "permissions"]) {
      const { status, stdout, stderr } = npm(folder, "run", "--silent", script);
      expect({ script, status, stdout, stderr }).toMatchObject({ status: 0, stdout: "" });
    }
    expect(tsc(folder, "--typeRoots", join(project, "node_modules/@types"))).toBe("");
  });

  function start(file: string) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/main.js", file], {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  it("refuses rows with their lines, and imports the others, as its README shows", () => {
    const { status, stdout, stderr } = start("devices.csv");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const readme = readFileSync(join(project, "examples/intune-import/README.md"), "utf8");
    expect(stdout).toBe(/^```text\n([\s\S]*?)^```$/m.exec(readme)?.[1]);
  });

  it("fails when the token lacks the scope", () => {
    const path = join(folder, "permissions.json");
    const permissions = readFileSync(path, "utf8");
    writeFileSync(path, permissions.replaceAll("ReadWrite", "Read"));
    const { status, stdout } = start("devices.csv");
    writeFileSync(path, permissions);
    expect({ status, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({
      status: 1,
      last: "failed   403 The token lacks DeviceManagementServiceConfig.ReadWrite.All.",
    });
  });
});
