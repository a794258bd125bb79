import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { authorities } from "../../src/edm/authority.js";
import { explore, explorePage } from "../../src/explore.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";
import { exploredFile, looseEnds, saidIn } from "./explored.js";

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

  it.runIf(full)("has the whole of Graph v1.0 with its pages", async () => {
    const inputs = ["graph/v1.0-2026-08.csdl", "docs/api-reference/v1.0"];
    const { data, report } = await explore({ inputs }, nodeIo(corpus));
    const told = new Set(report.diagnostics.flatMap(({ message }) => message.match(/[\w.]+\.\w+/g) ?? []));
    expect(looseEnds(data).filter((end) => !told.has(end))).toEqual([]);
    expect(data.requests.every(({ snippet }) => snippet.http !== "")).toBe(true);
    expect(new Set(saidIn(data).map(({ by }) => by))).toEqual(new Set(authorities));
  });
});
