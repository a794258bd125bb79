/** Damages the files that users write or commit, and holds that their readers refuse them at a place or read them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSuppressions } from "../../src/audit/suppressions/read-suppressions.js";
import { loadConfig } from "../../src/config/load-config.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { lockFileName, readLockFile } from "../../src/kept/lock-file.js";
import { parseManifest } from "../../src/output/manifest.js";
import { readOperations } from "../../src/permissions/operations-file.js";
import { full } from "../support/full.js";
import { bytesIo } from "../support/memory.js";
import { Random, seedOf } from "../support/random.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { mutantsOf } from "./mutants.js";

type Read = (bytes: Uint8Array, folder: string, report: Report) => Promise<unknown>;

function written(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const config = {
  services: { a: { input: ["a.xml"], output: "a", emit: ["types"], suppressions: [{ cause: "x", reason: "y" }] } },
};
const operations = {
  format: "odata-codegen-operations/2",
  requests: [
    { method: "GET", path: "/users", permissions: [{ scheme: "delegatedWork", alternatives: [["User.Read.All"]] }] },
  ],
};

const files: Readonly<Record<string, readonly [object, Read]>> = {
  config: [
    config,
    (bytes, folder, report) => loadConfig(folder, written(folder, "c.json", bytes), new Sources(), report),
  ],
  suppressions: [
    { suppressions: [{ cause: "x", element: "a.b", page: "*", reason: "known" }] },
    (bytes, cwd, report) =>
      readSuppressions(
        { path: written(cwd, "s.json", bytes), cwd, sources: new Sources(), mayBeMissing: false },
        report,
      ),
  ],
  operations: [
    operations,
    (bytes, _folder, report) =>
      readOperations(["o.json"], bytesIo(new Map([["o.json", bytes]])), report, {
        allowRemote: [],
        sources: new Sources(),
      }),
  ],
  "lock file": [
    {
      lockVersion: 1,
      services: { a: { inputs: { "https://a/$metadata": { file: "a.xml", sha256: "00".repeat(32) } } } },
    },
    (bytes, folder, report) => {
      written(folder, lockFileName, bytes);
      return readLockFile(folder, folder, report, new Sources());
    },
  ],
};

const plan = full ? { flips: 300 } : { flips: 60 };
const random = new Random(seedOf("Damaged files of users"));

describe("a damaged file of a user", () => {
  it.each(Object.entries(files))("is read or refused: %s", async (what, [content, read]) => {
    const folder = temporaryFolder();
    const bytes = Buffer.from(JSON.stringify(content, undefined, 2));
    const whole = new Report();
    await read(bytes, folder, whole);
    expect(whole.diagnostics).toEqual([]);
    const counts = { mutants: 0, refused: 0, placeless: 0 };
    for (const mutant of mutantsOf(bytes, random, plan)) {
      const report = new Report();
      await read(mutant.bytes, folder, report);
      counts.mutants++;
      if (!report.failed) continue;
      counts.refused++;
      if (!report.diagnostics.some(({ place }) => typeof place === "number")) counts.placeless++;
    }
    process.stdout.write(
      `${what}: mutants ${counts.mutants}, refused ${counts.refused} (${counts.placeless} without line and column), thrown 0\n`,
    );
    expect(counts.refused).toBeGreaterThan(counts.mutants / 4);
  });

  it("is a manifest of files in its folder, or none", () => {
    const manifest = { generator: "odata-codegen", version: "1", inputs: "x", files: { "a.ts": "00", "b/c.ts": "11" } };
    const bytes = Buffer.from(JSON.stringify(manifest, undefined, 2));
    let refused = 0;
    for (const mutant of mutantsOf(bytes, random, plan)) {
      const parsed = parseManifest(Buffer.from(mutant.bytes).toString());
      if (!parsed.ok) refused++;
      else for (const path of parsed.files.keys()) expect(path).not.toMatch(/^\/|(?:^|[\\/])\.\.(?:[\\/]|$)/);
    }
    expect(refused).toBeGreaterThan(10);
  });
});
