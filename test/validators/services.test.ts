import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { StructuredType } from "../../src/edm/elements.js";
import { Draw } from "../laws/draw.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { graphDocument, graphOutput } from "../support/graph-output.js";
import { Random } from "../support/random.js";
import { differences } from "./support/agreement.js";
import { bodyCase, damaged, modesOf, schemaName } from "./support/bodies.js";
import { filesBelow, outputOfFiles } from "./support/files.js";
import { textOf } from "./support/law.js";
import { SEED, worldWith, type World } from "./support/worlds.js";

const csdl = (path: string) => join(corpus, "csdl", path);

/** Real documents: their texts by name. */
const services: Readonly<Record<string, () => readonly string[]>> = {
  TripPin: () => [join(corpus, "csdl-real/o2t-trippin-rw.xml")],
  "a Redfish service": () => {
    const folder = csdl("openbmc+bmcweb/redfish-core/schema/dmtf/csdl");
    return readdirSync(folder).map((name) => join(folder, name));
  },
  "a SAP service": () => [
    csdl("SAP+open-ux-odata/packages/fe-mockserver-core/test/unit/v4/services/analyticalWithNav/metadata.xml"),
  ],
};

/** So many types of a service, always the same. */
function someTypes({ generated: { model } }: World, count: number): readonly StructuredType[] {
  return new Random(SEED).shuffled(model.structuredTypes).slice(0, count);
}

function agree(world: World, types: readonly StructuredType[], numRuns: number): void {
  let valid = 0;
  const holds = fc.property(fc.limitShrink(fc.gen(), 200), (generate) => {
    const draw = new Draw(generate);
    const type = draw.pick(types);
    const { generated } = world;
    const mode = draw.pick(modesOf(type));
    const hasDerived = generated.schema(type.name, schemaName(generated, type, mode, true)) !== undefined;
    const request = { type, mode, derived: hasDerived && draw.once(2), rarity: 8 };
    const { schema, value, faults, about } = bodyCase(world, draw, request, damaged(world, draw, 2));
    const { ok, issues = [] } = schema.validate(value, { maxIssues: 10_000 });
    expect(differences(faults, issues), `${about}: ${textOf(value)}`).toEqual([]);
    expect(schema.is(value)).toBe(ok);
    if (ok) valid++;
  });
  fc.assert(holds, { seed: SEED, numRuns });
  expect(valid).toBeGreaterThan(numRuns / 10);
}

describeWithCorpus("validators and the interpreter agree on bodies of", () => {
  // The hundreds of namespaces of Redfish take as long as all others together.
  const names = Object.keys(services).filter((name) => full || name !== "a Redfish service");
  it.each(names)("%s", async (name) => {
    const paths = services[name]?.() ?? [];
    const world = worldWith(
      await outputOfFiles(paths),
      Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")])),
    );
    agree(world, someTypes(world, 100), full ? 1000 : 250);
  });

  describe("Microsoft Graph", () => {
    let world: World;
    beforeAll(async () => {
      const document = graphDocument("v1.0-2026-08.csdl");
      const { folder } = await graphOutput("v1.0-2026-08.csdl");
      world = worldWith(filesBelow(folder), { [document]: readFileSync(document, "utf8") });
    });

    it("a hundred of its types", () => {
      agree(world, someTypes(world, 100), full ? 2000 : 500);
    });
  });
});
