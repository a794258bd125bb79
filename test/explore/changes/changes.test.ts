import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verdictOf } from "../../../src/changes/changes-between.js";
import { changeCodes } from "../../../src/changes/codes.js";
import { diff } from "../../../src/diff.js";
import { explore } from "../../../src/explore.js";
import { nodeIo } from "../../../src/sources/node-io.js";
import { metadataOf } from "../../changes/source-cases.js";
import { runCli } from "../../cli/run-cli.js";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { full } from "../../support/full.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const files = {
  "old.xml": metadataOf({ thing: '<Property Name="Size" Type="Edm.Int32"/><Property Name="Gone" Type="Edm.String"/>' }),
  "new.xml": metadataOf({
    thing: '<Property Name="Size" Type="Edm.String"/>',
    schema: '<ComplexType Name="Extra"/>',
  }),
};

async function explored(...args: readonly string[]) {
  const { stdout, stderr } = await runCli(temporaryFolder(files), ["explore", ...args, "--format", "json", "--quiet"]);
  expect(stderr).not.toContain(" error ");
  return JSON.parse(stdout) as Awaited<ReturnType<typeof explore>>["data"]; // as explore prints it
}

describe("what changed", () => {
  it("is what diff tells, breaking changes first, with its verdict and the meaning of each code", async () => {
    const { changes } = await explored("new.xml", "--against", "old.xml");
    expect(changes).toEqual({
      against: "old.xml",
      verdict: "major",
      codes: {
        "property-removed": changeCodes["property-removed"],
        "property-type-changed": changeCodes["property-type-changed"],
        "type-added": changeCodes["type-added"],
      },
      changes: [
        {
          code: "property-removed",
          element: "s.Thing/Gone",
          message: "s.Thing/Gone is gone.",
          before: "Gone?: string | null",
          breaking: ["readers", "writers", "source"],
        },
        {
          code: "property-type-changed",
          element: "s.Thing/Size",
          message: "s.Thing/Size is of the type Edm.String, not Edm.Int32.",
          before: "Size?: number | null",
          after: "Size?: string | null",
          breaking: ["readers", "writers", "source"],
        },
        {
          code: "type-added",
          element: "s.Extra",
          message: "s.Extra is new.",
          after: "ComplexType",
          compatible: ["source"],
        },
      ],
    });
  });

  it("is nothing against the same inputs, and left out without another version", async () => {
    const { changes } = await explored("new.xml", "--against", "new.xml");
    expect(changes).toEqual({ against: "new.xml", verdict: "none", codes: {}, changes: [] });
    expect(await explored("new.xml")).not.toHaveProperty("changes");
  });

  it("reports a version that cannot be read", async () => {
    const { code, stderr } = await runCli(temporaryFolder(files), [
      "explore",
      "new.xml",
      "--against",
      "none.xml",
      "-o",
      "page.html",
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain("none.xml");
  });
});

describe.skipIf(!full)("of the whole of Microsoft Graph", () => {
  describeWithCorpus("from 2021 to 2026", () => {
    it("has every change of diff once, and the same verdict", async () => {
      const io = nodeIo(process.cwd());
      const [before, after] = ["v1.0-2021-07.csdl", "v1.0-2026-08.csdl"].map((name) => join(corpus, "graph", name));
      const inputs = { old: [before ?? ""], new: [after ?? ""] };
      const { changes: found } = await diff(inputs, io);
      const { data } = await explore({ inputs: inputs.new, against: { inputs: inputs.old } }, io);
      const names = (of: readonly { readonly code: string; readonly element: string }[] = []) =>
        of.map(({ code, element }) => `${code} ${element}`).sort();
      expect(names(data.changes?.changes)).toEqual(names(found.changes));
      expect(data.changes?.verdict).toBe(verdictOf(found.changes));
      const count = (word: string) => found.changes.filter(({ code }) => code.endsWith(`-${word}`)).length;
      process.stdout.write(
        `Graph v1.0 from 2021 to 2026: ${found.changes.length} changes, ${count("added")} of them additions, ${count("removed")} removals.\n`,
      );
    }, 120_000);
  });
});
