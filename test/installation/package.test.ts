import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { toolBuild, toolVersion } from "../../src/installation/package.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folderWith = (files: Readonly<Record<string, string>>) => pathToFileURL(`${temporaryFolder(files)}/`);

describe("the build of the tool", () => {
  it("is the version with what the build wrote, or the version alone", () => {
    expect(toolBuild(folderWith({ "lib/build.txt": "ab" }))).toBe(`${toolVersion}+ab`);
    expect(toolBuild(folderWith({ "lib/index.js": "" }))).toBe(toolVersion);
  });

  it("differs with each file that is shipped as program", () => {
    const lib = fileURLToPath(new URL("../../lib", import.meta.url));
    const hash = createHash("sha256");
    const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((path) => path.includes("."));
    expect(files).toContain(join("runtime", "odata.ts"));
    for (const path of files.filter((one) => one !== "build.txt").toSorted())
      hash.update(`${path}\0`).update(readFileSync(join(lib, path)));
    expect(readFileSync(join(lib, "build.txt"), "utf8")).toBe(hash.digest("hex"));
  });
});
