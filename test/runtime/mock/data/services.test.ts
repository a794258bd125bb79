/** Data of real services: every entity passes the schema that is generated for its type. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entityOf } from "../../../../src/runtime/mock/data/data.js";
import { corpus, describeWithCorpus } from "../../../support/corpus.js";
import { full } from "../../../support/full.js";
import { graphDocument, graphOutput } from "../../../support/graph-output.js";
import { mockServiceOf } from "../../../support/mock-service.js";
import { modelOf } from "../../../support/model.js";
import { filesBelow } from "../../../validators/support/files.js";
import { Generated, javaScriptOf } from "../../../validators/support/generated.js";
import { SEED, worlds } from "../../../validators/support/worlds.js";
import { judged, schemaOf, schemasOf } from "./rejected.js";

const mocks = "csdl/SAP+open-ux-odata/packages/fe-mockserver-core/test/unit";
const fixtures = "csdl-v2/SAP+open-ux-odata/packages/edmx-parser/test/fixtures/v2";
const redfish = "csdl/openbmc+bmcweb/redfish-core/schema/dmtf/csdl";

const CUT_OFF = 9;

/** The documents of a service, below the corpus. */
const services: Readonly<Record<string, readonly string[]>> = {
  TripPin: ["csdl-real/o2t-trippin-rw.xml"],
  Northwind: ["csdl/simple-odata-client+Simple.OData.Client/Simple.OData.Tests.Client/Resources/Northwind4.xml"],
  "a SAP service": [`${mocks}/v4/services/analyticalWithNav/metadata.xml`],
  "a SAP service of OData 2.0": [`${fixtures}/MM_PUR_SUPLRCONF_MNTR_SRV/metadata.xml`],
};

async function judge(paths: readonly string[]) {
  const generated = await schemasOf(paths.map((path) => join(corpus, path)));
  if (generated === undefined) throw new Error(`${paths.join()} gives no schemas`);
  return judged(generated, [1, 2, 3]);
}

describeWithCorpus("no schema rejects an entity of", () => {
  it.each(Object.keys(services))("%s", async (name) => {
    const { entities, rejected } = await judge(services[name] ?? []);
    expect(rejected).toEqual([]);
    expect(entities).toBeGreaterThan(0);
  });

  it.runIf(full)("Microsoft Graph", async () => {
    const { folder } = await graphOutput("v1.0-2026-08.csdl");
    const { model } = modelOf({ graph: readFileSync(graphDocument("v1.0-2026-08.csdl"), "utf8") });
    const { entities, rejected } = judged(new Generated(model, javaScriptOf(filesBelow(folder))), [1]);
    expect(rejected).toEqual([]);
    expect(entities).toBeGreaterThan(1000);
  });

  it.runIf(full)("Redfish", async () => {
    const files = readdirSync(join(corpus, redfish)).map((name) => `${redfish}/${name}`);
    const { entities, rejected } = await judge(files);
    expect(rejected).toEqual([]);
    expect(entities).toBeGreaterThan(500);
  });

  it.runIf(full)(
    "any document with a container",
    async () => {
      const documents = ["csdl", "csdl-v2", "csdl-real"].flatMap((folder) =>
        readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" })
          .filter((file) => /\.(?:xml|edmx|csdl|metadata|json|txt)$/.test(file))
          .map((file) => join(corpus, folder, file))
          .filter((file) => readFileSync(file, "utf8").includes("EntityContainer")),
      );
      const rejected: string[] = [];
      let entities = 0;
      for (const file of documents) {
        const generated = await schemasOf([file]);
        const found = generated && judged(generated, [1, 2, 3]);
        entities += found?.entities ?? 0;
        rejected.push(...(found?.rejected ?? []).map((line) => `${file} ${line}`));
      }
      expect(rejected).toEqual([]);
      expect(entities).toBeGreaterThan(15_000);
    },
    600_000,
  );
});

describe("no schema rejects an entity", () => {
  it("of drawn models, at drawn places and with drawn seeds", async () => {
    const drawn = (await worlds()).flatMap(({ generated }) => {
      const service = mockServiceOf(generated.model);
      const types = generated.model.structuredTypes.map((type) => ({
        service,
        type,
        schema: schemaOf(generated, type),
      }));
      return types;
    });
    const place = fc.tuple(fc.constantFrom(...drawn), fc.nat(3000), fc.integer());
    const holds = fc.property(place, ([{ service, type, schema }, position, seed]) => {
      const entity = entityOf(type.name, `things/${position}`, { service, seed });
      // A type that needs a value of itself has none: it is cut off at some depth.
      const issues = (schema.validate(entity, { maxIssues: 10_000 }).issues ?? []).filter(
        ({ path }) => path.length < CUT_OFF,
      );
      expect(issues).toEqual([]);
    });
    fc.assert(holds, { seed: SEED, numRuns: full ? 10_000 : 2_000 });
  });
});
