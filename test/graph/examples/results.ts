import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OdataUrls } from "../../support/abnf/odata-url.js";
import { corpus } from "../../support/corpus.js";
import { graphDocument, graphOutput } from "../../support/graph-output.js";
import { contentOf } from "../../support/temporary-folder.js";
import { Output } from "../output.js";
import { difference, translated, type Translated } from "./examples.js";
import { PathModel } from "./model.js";
import { serviceNames } from "./names.js";
import { pathNames } from "./path-names.js";
import { outcomesOf } from "./program.js";
import { exampleGets } from "./requests.js";

export interface Results extends Translated {
  /** Why a call is not the request of its page, by URL. */
  readonly differences: ReadonlyMap<string, string>;
  /** What the grammar of OData does not have of the URLs that are sent as on the page. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Compiles and runs the GET examples of the v1.0 pages as calls of the client of a document of Graph. */
export async function exampleResults(document: string, folder: string): Promise<Results> {
  const { folder: service } = await graphOutput(document);
  const output = new Output(contentOf(service));
  const csdl = readFileSync(graphDocument(document), "utf8");
  const model = new PathModel(csdl);
  const urls = exampleGets(join(corpus, "docs/api-reference/v1.0/api"));
  const { calls, others } = translated(urls, model, (wire) => output.segmentNames(wire)[0] ?? wire);
  const texts = calls.map(({ call }) => call);
  const outcomes = await outcomesOf(folder, service, texts);
  const grammar = new OdataUrls(serviceNames(csdl));
  const differences = new Map<string, string>();
  const faults = new Map<string, string>();
  for (const [index, call] of calls.entries()) {
    const { errors = [], sent = { error: "it was not run" } } = outcomes[index] ?? {};
    const reason = difference(call, { errors, sent });
    if (reason !== undefined) differences.set(call.url, reason);
    else if ("url" in sent) {
      const fault = grammar.fault(`/v1.0${sent.url}`, "/v1.0", pathNames(call.path, model));
      if (fault !== undefined) faults.set(call.url, fault);
    }
  }
  return { calls, others, differences, faults };
}
