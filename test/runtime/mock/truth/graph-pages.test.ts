/** The example requests of the pages of Graph, sent to the mock of Graph. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel } from "../../../../src/load-model.js";
import { nodeIo } from "../../../../src/sources/node-io.js";
import { corpus, describeWithCorpus } from "../../../support/corpus.js";
import { full } from "../../../support/full.js";
import { graphDocument } from "../../../support/graph-output.js";
import { causeOf, isToService, outcomeOf } from "./accepted.js";
import { issuesIn } from "./answer-issues.js";
import { generatedMock } from "./generated-mock.js";

const inputs = [graphDocument("v1.0-2026-08.csdl"), join(corpus, "docs/api-reference/v1.0")];

/**
 * How many requests are accepted, and refused by cause. Those that are refused contradict the metadata, but for the
 * references that the mock has none of to remove.
 */
const expected = {
  accepted: 2260,
  "the body has a placeholder, or a text of another form": 23,
  "the body names a type that the model lacks, or that cannot stand there": 19,
  "the body has a member that the enumeration lacks": 9,
  "the mock has no entity with the key, or at the address": 8,
  "the body is no JSON, or none by the types": 8,
  "the body has a value of another kind": 7,
  "the path has a name that the model lacks": 7,
  "the body has a property that the model lacks": 5,
  "the body has null where it cannot stand": 5,
  "the URL has another version of the service": 3,
  "the query has a name that the model lacks, or is none": 2,
  "the body is of a type that cannot stand there": 1,
  "the body lacks a parameter": 1,
  "the method is none of the path": 1,
};

describeWithCorpus("the examples of the v1.0 reference pages of Graph", () => {
  it.runIf(full)(
    "are accepted, but for those that the model contradicts, and answered by the schemas",
    async () => {
      const { createMock, service, schemas } = await generatedMock(inputs);
      const { model } = await loadModel({ inputs }, nodeIo(process.cwd()));
      const shown = model.requests.flatMap(({ examples }) => examples.flatMap(({ request }) => request ?? []));
      const requests = shown.filter(isToService);
      const mock = createMock();
      const counts: Record<string, number> = {};
      const issues: string[] = [];
      for (const request of requests) {
        const outcome = await outcomeOf(mock, request);
        const isAccepted = outcome.sent.status < 300;
        const cause = isAccepted ? "accepted" : causeOf(outcome);
        counts[cause] = (counts[cause] ?? 0) + 1;
        if (isAccepted) issues.push(...issuesIn(outcome, { service, schemas }));
      }
      expect(counts).toEqual(expected);
      expect(issues).toEqual([]);
    },
    600_000,
  );
});
