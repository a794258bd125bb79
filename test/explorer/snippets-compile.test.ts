import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { compileServices, writeService, type Written } from "./service-program.js";

/** OData 4.0 and 2.0, keys of one and of several parts, actions and functions, pages with requests. */
const services = {
  trippin: ["csdl-real/o2t-trippin-rw.xml"],
  library: ["csdl-real/o2t-cap-library.xml"],
  libraryV2: ["csdl-real/o2t-cap-library-v2.xml"],
  northwindV2: ["csdl/SAP+python-pyodata/metadata_odata_org_northwind_v2.xml"],
} as const;

describeWithCorpus("the snippets of real services", () => {
  it("compile against the generated client, and so do paths and calls of operations", async () => {
    const folder = temporaryFolder();
    const written: Record<string, Written["counts"]> = {};
    for (const [name, inputs] of Object.entries(services)) {
      const { counts } = await writeService(
        folder,
        name,
        inputs.map((input) => join(corpus, input)),
      );
      written[name] = counts;
    }
    written["enrollment"] = (await writeService(folder, "enrollment", ["schemas/intune-enrollment"])).counts;
    expect(compileServices(folder)).toEqual([]);
    expect(written).toMatchInlineSnapshot(`
      {
        "enrollment": {
          "calls": 1,
          "paths": 5,
          "requests": 8,
        },
        "library": {
          "calls": 43,
          "paths": 68,
          "requests": 0,
        },
        "libraryV2": {
          "calls": 0,
          "paths": 71,
          "requests": 0,
        },
        "northwindV2": {
          "calls": 0,
          "paths": 103,
          "requests": 0,
        },
        "trippin": {
          "calls": 4,
          "paths": 48,
          "requests": 0,
        },
      }
    `);
  });

  it.skipIf(!full)(
    "compile for all requests of Graph, and those without a call say why",
    async () => {
      const folder = temporaryFolder();
      const inputs = ["graph/v1.0-2026-08.csdl", "docs/api-reference/v1.0"].map((input) => join(corpus, input));
      const { data } = await writeService(folder, "graph", inputs);
      expect(compileServices(folder)).toEqual([]);
      const without = data.requests.filter(({ snippet }) => snippet.client === undefined);
      expect([data.requests.length, without.length]).toEqual([2941, 88]);
      expect(without.filter(({ snippet }) => snippet.noClient === undefined)).toEqual([]);
    },
    180_000,
  );

  it.skipIf(!full)(
    "compile for the hundreds of namespaces of Redfish",
    async () => {
      const redfish = join(corpus, "csdl/openbmc+bmcweb/redfish-core/schema/dmtf/csdl");
      const folder = temporaryFolder();
      const inputs = readdirSync(redfish).map((name) => join(redfish, name));
      const { counts } = await writeService(folder, "redfish", inputs);
      expect(compileServices(folder)).toEqual([]);
      expect(counts).toMatchObject({ paths: 406, requests: 0 });
    },
    300_000,
  );
});
