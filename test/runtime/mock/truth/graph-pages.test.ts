/** The example requests of the pages of Graph, sent to the mock of Graph. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel } from "../../../../src/load-model.js";
import { nodeIo } from "../../../../src/sources/node-io.js";
import { corpus, describeWithCorpus } from "../../../support/corpus.js";
import { full } from "../../../support/full.js";
import { graphDocument } from "../../../support/graph-output.js";
import { causeOf, outcomeOf } from "./accepted.js";
import { issuesIn } from "./answer-issues.js";
import { generatedMock } from "./generated-mock.js";

const inputs = [graphDocument("v1.0-2026-08.csdl"), join(corpus, "docs/api-reference/v1.0")];

/** How many requests are accepted, and refused by cause. */
const expected = {
  accepted: 2125,
  "the URL is one of another service": 63,
  "the path has a name that the model lacks": 48,
  "the body has a member that the enumeration lacks, mostly one in another case": 28,
  "the method is none of the path": 26,
  "the body lacks a parameter, mostly one that it has in another case": 26,
  "the body has a placeholder, or a text of another form": 21,
  "the body is no JSON, or none by the types": 15,
  "the body names a type that the model lacks, or that cannot stand there": 15,
  "the body has a property that the model lacks": 11,
  "the body is of a type that cannot stand there": 11,
  "the mock has no entity with the key, or at the address": 7,
  "the query has a name that the model lacks, or is none": 7,
  "the body has a value of another kind": 6,
  "there is one with the key": 4,
  "the body has null where it cannot stand": 4,
  "the parameters are none of an overload": 2,
};

describeWithCorpus("the examples of the v1.0 reference pages of Graph", () => {
  it.runIf(full)(
    "are accepted, but for those that the model contradicts, and answered by the schemas",
    async () => {
      const { createMock, service, schemas } = await generatedMock(inputs);
      const { model } = await loadModel({ inputs }, nodeIo(process.cwd()));
      const requests = model.requests.flatMap(({ examples }) => examples.flatMap(({ request }) => request ?? []));
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
