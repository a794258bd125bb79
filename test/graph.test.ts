import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exampleOf } from "./enrollment/examples.js";
import { seedsFolder, textsBelow } from "./enrollment/inputs.js";
import { compile } from "./support/compile.js";
import { corpus, describeWithCorpus } from "./support/corpus.js";
import { generateTo } from "./support/generate.js";

interface Validation {
  readonly ok: boolean;
  readonly issues?: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[];
}
interface Schema {
  readonly validate: (value: unknown) => Validation;
}

describeWithCorpus("the five pages with the whole CSDL of their day", () => {
  const out = mkdtempSync(join(tmpdir(), "odata-codegen-graph-"));
  let said: readonly string[] = [];
  let output: Readonly<Record<string, Schema>>;
  beforeAll(async () => {
    said = await generateTo(join(out, "output"), [join(corpus, "graph/beta-2021-07.csdl"), seedsFolder]);
    expect(compile(out, "typescript-7.0", { emit: true })).toBe("");
    output = (await import(pathToFileURL(join(out, "js/output/validators.js")).href)) as Record<string, Schema>;
  }, 180_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("gives warnings and no error, and says where page and CSDL differ, with both positions", () => {
    expect(said.filter((line) => line.includes(" error "))).toEqual([]);
    const members = said.find((line) =>
      line.includes("This list of microsoft.graph.importedDeviceIdentityType differs"),
    );
    expect(members).toMatch(
      /004_\w+\.txt:56:30 - warning enum-lists-differ: .* it adds manufacturerModelSerial\.\n {2}.*beta-2021-07\.csdl:\d+:\d+ - the list that stands/,
    );
  });

  it("has no line longer than 120 columns in schemas and checks, but for single names", () => {
    const paths = ["validators.ts", ...readdirSync(join(out, "output/validators")).map((name) => `validators/${name}`)];
    const lines = paths.flatMap((path) => readFileSync(join(out, "output", path), "utf8").split("\n"));
    const long = lines.filter((line) => line.length > 120 && line.split(" ").every((word) => word.length < 90));
    expect(long).toEqual([]);
    expect(lines.length).toBeGreaterThan(10_000);
  });

  it('does not read Nullable="false" as: always there', () => {
    const pages = Object.values(textsBelow(seedsFolder)).flatMap((text) => exampleOf(text) ?? []);
    const create = pages.find(({ request }) => request["@odata.type"] === "#microsoft.graph.importedDeviceIdentity");
    expect(create).toBeDefined();
    // The CSDL says Nullable="false" of createdDateTime and lastModifiedDateTime, and the service's own request has neither.
    expect(output["importedDeviceIdentityCreateSchema"]?.validate(create?.request)).toMatchObject({ ok: true });
    expect(output["importedDeviceIdentitySchema"]?.validate(create?.response)).toMatchObject({ ok: true });
    expect(output["importedDeviceIdentitySchema"]?.validate({ id: "1" })).toMatchObject({ ok: true });
    expect(output["importedDeviceIdentitySchema"]?.validate({ id: "1", createdDateTime: null })).toMatchObject({
      ok: false,
      issues: [{ path: ["createdDateTime"], code: "null" }],
    });
  });
});
