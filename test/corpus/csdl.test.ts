import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/report.js";
import { generate } from "../../src/generate.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { compile, compilers } from "../support/compile.js";
import { corpus, describeWithCorpus, isOldDocument } from "../support/corpus.js";
import { full } from "../support/full.js";
import { generateTo } from "../support/generate.js";
import { refused } from "./exceptions.js";

interface Outcome {
  readonly file: string;
  readonly said: readonly Diagnostic[];
  /** The codes of the errors, each once: nothing was written. */
  readonly errors: readonly string[];
  readonly files: number;
}

const folder = join(corpus, "csdl");
const out = mkdtempSync(join(tmpdir(), "odata-codegen-corpus-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));
const runtime = fileURLToPath(new URL("../../src/runtime", import.meta.url));

/** One runtime for all documents: a copy in each output would be checked for each. */
const paths = { "@odata-codegen/runtime/*": [`${runtime}/*.ts`] };

const chosenCompilers = compilers.filter((compiler) => full || compiler === "typescript-7.0");

/** Generates everything that there is of one document, into a folder of its own. */
async function outcomeOf(file: string): Promise<Outcome> {
  const request = {
    inputs: [file],
    base: folder,
    output: join(out, file),
    emit: ["types", "validators", "client"],
    runtime: "package",
    importExtension: "js",
    tsNocheck: "never",
  } as const;
  const { output, report } = await generate(request, nodeIo(folder));
  for (const { path, text } of output.files) {
    mkdirSync(dirname(join(out, file, path)), { recursive: true });
    writeFileSync(join(out, file, path), text);
  }
  const errors = new Set(report.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code));
  return { file, said: report.diagnostics, errors: [...errors].sort(), files: output.files.length };
}

describeWithCorpus("every CSDL document of OData 4 in the corpus", () => {
  const outcomes: Outcome[] = [];

  beforeAll(async () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\.(?:xml|edmx|csdl|metadata|json|txt)$/.test(file) && !isOldDocument(`csdl/${file}`),
    );
    // The JSON made of other documents by a converter says what they say; those are compared elsewhere.
    for (const file of files.filter((name) => !name.startsWith("csdl-json-generated")).sort())
      outcomes.push(await outcomeOf(file));
  }, 180_000);

  it("gives output, but for those that are listed with a reason", () => {
    const failed = outcomes.filter(({ errors }) => errors.length > 0);
    expect(Object.fromEntries(failed.map(({ file, errors }) => [file, errors]))).toEqual(
      Object.fromEntries(Object.entries(refused).map(([file, { errors }]) => [file, errors])),
    );
    expect(failed.filter(({ files }) => files > 0)).toEqual([]);
    const written = outcomes.filter(({ files }) => files > 0);
    const total = written.reduce((sum, { files }) => sum + files, 0);
    process.stdout.write(
      `${outcomes.length} documents: ${written.length} of OData 4 give ${total} files, ${failed.length} are refused for their faults.\n`,
    );
    expect({ documents: outcomes.length, written: written.length, failed: failed.length }).toEqual({
      documents: 318,
      written: 306,
      failed: 12,
    });
  });

  it.each(chosenCompilers)(
    "that gives output gives such that compiles with %s",
    (compiler) => {
      expect(compile(out, compiler, { paths })).toBe("");
    },
    600_000,
  );
});

describeWithCorpus("what live services publish", () => {
  it.each(chosenCompilers)(
    "compiles with %s",
    async (compiler) => {
      const real = join(corpus, "csdl-real");
      const target = join(out, "real");
      for (const file of readdirSync(real).filter((name) => name.endsWith(".xml")))
        await generateTo(join(target, file), [join(real, file)], { runtime: "package" });
      expect(compile(target, compiler, { paths })).toBe("");
      expect(readdirSync(target)).toContain("dynamics-crm-9.1.xml");
    },
    600_000,
  );
});

describeWithCorpus("a folder of documents that refer to each other by URLs", () => {
  it("is one model: what lies in the folder is not looked for elsewhere", async () => {
    const redfish = join(folder, "openbmc+bmcweb/redfish-core/schema/dmtf/csdl");
    const target = join(out, "redfish");
    const said = await generateTo(target, [redfish]);
    expect(said.filter((line) => line.includes(" error "))).toEqual([]);
    // Each document that is not in the folder is said once, however many refer to it.
    const missing = said
      .filter((line) => line.includes("reference-not-loaded"))
      .map((line) => /reference to "([^"]+)"/.exec(line)?.[1]);
    const loaded = new Set(readdirSync(redfish));
    expect(missing.length).toBeGreaterThan(0);
    expect(new Set(missing).size).toBe(missing.length);
    expect(missing.filter((uri) => loaded.has(uri?.split("/").at(-1) ?? ""))).toEqual([]);
    expect(compile(target, "typescript-7.0")).toBe("");
  }, 180_000);
});
