import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { graphDocument, graphOutput } from "../../support/graph-output.js";
import { contentOf, temporaryFolder } from "../../support/temporary-folder.js";
import { Output } from "../output.js";
import { difference, translated } from "./examples.js";
import { pageFaults, refused, withoutCall } from "./exceptions.js";
import { PathModel } from "./model.js";
import { outcomesOf } from "./program.js";
import { exampleGets } from "./requests.js";

const document = "v1.0-2026-08.csdl";

describeWithCorpus("the GET examples of the v1.0 reference pages", () => {
  it("are calls that compile and send the URL of the page, but for the listed ones", { timeout: 180_000 }, async () => {
    const { folder: service } = await graphOutput(document);
    const output = new Output(contentOf(service));
    const model = new PathModel(readFileSync(graphDocument(document), "utf8"));
    const urls = exampleGets(join(corpus, "docs/api-reference/v1.0/api"));
    const { calls, others } = translated(urls, model, (wire) => output.segmentNames(wire)[0] ?? wire);
    expect(others).toEqual(withoutCall);

    const outcomes = await outcomesOf(
      temporaryFolder(),
      service,
      calls.map(({ call }) => call),
    );
    const differences = new Map<string, string>();
    for (const [index, call] of calls.entries()) {
      const outcome = outcomes[index];
      const reason = outcome === undefined ? "was not compiled" : difference(call, outcome);
      if (reason !== undefined) differences.set(call.url, reason);
    }
    const faults = Object.values(pageFaults).flat();
    const listed = new Set([...faults, ...Object.values(refused).flat()]);
    expect([...differences].filter(([url]) => !listed.has(url))).toEqual([]);
    expect([...listed].filter((url) => !differences.has(url))).toEqual([]);

    const right = calls.length - differences.size;
    expect(urls.length).toBeGreaterThan(900);
    expect(right / (calls.length - faults.length)).toBeGreaterThanOrEqual(0.94);
  });
});
