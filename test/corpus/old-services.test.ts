/** Every document of OData 2.0 and 3.0 in the corpus gives output, and what it gives compiles. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { oldFiles } from "../csdl/v2/old-files.js";
import { compile } from "../support/compile.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { longLines } from "../support/long-lines.js";
import { fill } from "../support/temporary-folder.js";

interface Outcome {
  readonly file: string;
  /** The codes of the errors, each once. */
  readonly errors: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const out = mkdtempSync(join(tmpdir(), "odata-codegen-old-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));
const runtime = fileURLToPath(new URL("../../src/runtime", import.meta.url));

async function outcomeOf(file: string): Promise<Outcome> {
  const request = {
    inputs: [file],
    output: join(out, file),
    emit: ["types", "validators", "client"],
    runtime: "package",
    importExtension: "js",
    // A compiler would report nothing of a large output.
    tsNocheck: "never",
  } as const;
  const { output, report } = await generate(request, nodeIo(corpus));
  const errors = report.diagnostics.flatMap(({ severity, code }) => (severity === "error" ? [code] : []));
  return {
    file,
    errors: [...new Set<string>(errors)],
    files: Object.fromEntries(output.files.map(({ path, text }) => [path, text])),
  };
}

/** The end of the path, which names one document. */
function shortened(file: string): string {
  return file.split("/").slice(-3).join("/");
}

/** Documents that break a rule, and the errors that say so. */
const faulty: Readonly<Record<string, { readonly rule: string; readonly errors: readonly string[] }>> = {
  "DatamodelMetadataGenerationTest/input/semantically-incorrect-metadata.edmx": {
    rule: "The type of an entity set is one of the model (MC-CSDL, EntitySet): it has no A_SimplePerson.",
    errors: ["unresolved-type"],
  },
  "resources/faulty-edmx/test-service.edmx": {
    rule: "The type of a property is one of the model (MC-CSDL, Property): it has no A_TestComplexTypeMISTAKE.",
    errors: ["unresolved-type"],
  },
  "Simple.OData.Tests.Client/Resources/Northwind3.xml": {
    rule: "The type of an end is an entity type of the model (MC-CSDL, Association End): it has no Shippers.",
    errors: ["unresolved-type"],
  },
  "testService/input/test_service.edmx": {
    rule: "It says that it is of version 4.0, in which a function has a return type (CSDL 4.01 §12.3).",
    errors: ["missing-element"],
  },
  "v2/API_TEST_SRV/API_TEST_SRV.edmx": {
    rule: "A primitive type is one of MC-CSDL (EDMSimpleType); Edm.SomethingTheSDKDoesNotSupport is none.",
    errors: ["unknown-edm-type", "unresolved-type"],
  },
  "v4/API_TEST_SRV/API_TEST_SRV.edmx": {
    rule: "It says that it is of version 4.0, which has no Edm.Float (CSDL 4.01 §3.3), and breaks further rules of 4.0.",
    errors: ["unknown-edm-type", "illegal-enum-value", "missing-element", "unqualified-name", "unresolved-type"],
  },
};

/** The documents whose output each run compiles; `npm run test:full` compiles all. */
function isCompiled({ file }: Outcome, index: number): boolean {
  return full || index % 8 === 0 || file.startsWith("csdl-real/");
}

describeWithCorpus("every service of OData 2.0 and 3.0 in the corpus", () => {
  let outcomes: readonly Outcome[] = [];
  beforeAll(async () => {
    const found: Outcome[] = [];
    for (const { path } of oldFiles()) found.push(await outcomeOf(path));
    outcomes = found;
  }, 180_000);

  it("gives output, but for six that break a rule", () => {
    const failed = outcomes.filter(({ errors }) => errors.length > 0);
    expect(Object.fromEntries(failed.map(({ file, errors }) => [shortened(file), errors]))).toEqual(
      Object.fromEntries(Object.entries(faulty).map(([file, { errors }]) => [file, errors])),
    );
    const files = outcomes.reduce((sum, { files: written }) => sum + Object.keys(written).length, 0);
    process.stdout.write(`${outcomes.length} documents of OData 2.0 and 3.0 give ${files} files.\n`);
    expect(outcomes.map(({ file }) => file.split("/")[0]).filter((folder) => folder === "csdl-v2")).toHaveLength(129);
    expect(outcomes.flatMap(({ files: written }) => longLines(written))).toEqual([]);
  });

  it("compiles", { timeout: 600_000 }, () => {
    const compiled = outcomes.filter(({ errors }) => errors.length === 0).filter(isCompiled);
    for (const { file, files } of compiled) {
      const folder = file.replaceAll(/[^\w]/g, "_");
      fill(out, Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])));
    }
    process.stdout.write(`The output of ${compiled.length} of them is compiled.\n`);
    expect(compiled.length).toBeGreaterThan(full ? 200 : 25);
    const paths = { "@odata-codegen/runtime/*": [join(runtime, "*.ts")] };
    expect(compile(out, "typescript-7.0", { paths })).toBe("");
  });
});
