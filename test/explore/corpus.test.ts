import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { explorePage } from "../../src/explore.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { exploredFile, looseEnds } from "./explored.js";

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(xml|json|edmx|csdl|md)$/i.test(path) && !/MANIFEST/.test(path))
    .sort();
}

describeWithCorpus("explore of real and hostile inputs", () => {
  it.each([...(full ? ["csdl"] : []), "csdl-real", "hostile"])("refers to what it has, in %s", async (folder) => {
    const loose: string[] = [];
    for (const file of filesIn(folder)) {
      const { data, report } = await exploredFile(join(corpus, folder), file);
      // A type that no page describes is reported, and typed unknown.
      const told = report.diagnostics.map(({ message }) => message).join();
      const ends = looseEnds(data).filter((end) => !told.includes(end));
      if (!report.failed) loose.push(...ends.map((end) => `${file}: ${end}`));
      // Text of a schema stands in the title alone, and in the data, which is base64.
      expect(explorePage({ ...data, title: "" }).match(/<script/g)).toHaveLength(2);
    }
    expect(loose).toEqual([]);
  });
});
