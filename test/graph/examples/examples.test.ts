import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithCorpus } from "../../support/corpus.js";
import { notInGrammar, pageFaults, refused, withoutCall } from "./exceptions.js";
import { exampleResults, type Results } from "./results.js";

type Exceptions = Readonly<Record<string, readonly string[]>>;

/** What is found and not listed, and what is listed and not found. */
function unexpected(found: ReadonlyMap<string, string>, ...exceptions: readonly Exceptions[]): readonly unknown[] {
  const listed = new Set(exceptions.flatMap((one) => Object.values(one).flat()));
  return [
    ...[...found].filter(([url]) => !listed.has(url)),
    ...[...listed].filter((url) => !found.has(url)).map((url) => `listed, but right: ${url}`),
  ];
}

describeWithCorpus("the GET examples of the v1.0 reference pages of Graph", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-examples-")));
  let results: Results;
  beforeAll(async () => {
    results = await exampleResults("v1.0-2026-08.csdl", folder);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("have a path in the CSDL, but for the listed ones", () => {
    expect(results.others).toEqual(withoutCall);
    expect(results.calls.length).toBeGreaterThan(900);
  });

  it("are calls that compile and send the URL of the page, but for the listed ones", () => {
    expect(unexpected(results.differences, pageFaults, refused)).toEqual([]);
  });

  it("have URLs of the grammar of OData, but for the listed ones", () => {
    expect(unexpected(results.faults, notInGrammar)).toEqual([]);
  });

  it("are nearly all right where the page is", () => {
    const sound = results.calls.length - Object.values(pageFaults).flat().length;
    expect((results.calls.length - results.differences.size) / sound).toBeGreaterThanOrEqual(0.97);
  });
});
