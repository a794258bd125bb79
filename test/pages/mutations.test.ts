import { beforeAll, expect, it } from "vitest";
import { offsetOf, Sources } from "../../src/diagnostics/position.js";
import { Report, type Diagnostic, type Place } from "../../src/diagnostics/report.js";
import type { PageDocument } from "../../src/edm/document.js";
import { readPage } from "../../src/pages/read-page.js";
import { describeWithCorpus } from "../support/corpus.js";
import { pageAt, pagePaths } from "../support/corpus-pages.js";
import { convertTexts, generateTexts } from "../support/memory.js";
import { Random, seedOf } from "../support/random.js";
import { mutated } from "./mutations.js";
import { unfounded } from "./unfounded.js";

const COUNT = 2_000;
/** Of so many mutated pages together a model and its output are made. */
const GROUP = 50;

interface Mutant {
  readonly name: string;
  readonly text: string;
}

function mutants(random: Random): readonly Mutant[] {
  const pages = pagePaths();
  return Array.from({ length: COUNT }, (_, index) => {
    const path = random.pick(pages);
    const other = random.pick(pages);
    const text = mutated(pageAt(path).text, random, pageAt(other).text);
    return { name: `${index}-${path.slice(path.lastIndexOf("/") + 1)}`, text };
  });
}

function readOnce({ name, text }: Mutant): {
  readonly document: PageDocument | undefined;
  readonly reported: readonly Diagnostic[];
} {
  const report = new Report();
  return { document: readPage(new Sources().add(name, text), report), reported: report.diagnostics };
}

function placesOf({ place, related }: Diagnostic): readonly Place[] {
  return [place, ...related.map((one) => one.place)];
}

function standsIn(place: Place, text: string): boolean {
  return typeof place === "number" && offsetOf(place) <= text.length;
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? `${inner}n` : inner));
}

describeWithCorpus("pages that are cut and changed at random", () => {
  let all: readonly Mutant[] = [];

  beforeAll(() => {
    all = mutants(new Random(seedOf("Mutations of pages")));
  });

  it("are read without an exception, and every fact stands at its place in the text", () => {
    const faults: string[] = [];
    let pages = 0;
    for (const mutant of all) {
      const { document, reported } = readOnce(mutant);
      const outside = reported.flatMap(placesOf).filter((place) => !standsIn(place, mutant.text));
      if (outside.length > 0) faults.push(`${mutant.name}: a place outside of the text`);
      if (document === undefined) continue;
      pages++;
      faults.push(...unfounded(document, mutant.text).map((fault) => `${mutant.name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(COUNT * 0.7);
  });

  it("are read alike every time", () => {
    for (const mutant of all.filter((_, index) => index % 8 === 0))
      expect(textOf(readOnce(mutant))).toBe(textOf(readOnce(mutant)));
  });

  it("become a model and an output, or an error is reported", async () => {
    for (let start = 0; start < all.length; start += GROUP * 4) {
      const group = all.slice(start, start + GROUP);
      const generated = await generateTexts(group);
      const converted = await convertTexts(group);
      expect(generated.failed || generated.files.length > 0).toBe(true);
      expect(converted.failed || converted.text !== "").toBe(true);
    }
  });
});
