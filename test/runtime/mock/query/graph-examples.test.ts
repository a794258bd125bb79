import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PathModel } from "../../../graph/examples/model.js";
import { resolvePath } from "../../../graph/examples/path.js";
import { exampleGets } from "../../../graph/examples/requests.js";
import { corpus, describeWithCorpus } from "../../../support/corpus.js";
import { graphDocument } from "../../../support/graph-output.js";
import { serviceOf } from "./csdl-service.js";
import { contextOf, faultOf } from "./shop-service.js";

/** Queries that the model contradicts, or that are no queries, by cause. */
const refused: Readonly<Record<string, readonly string[]>> = {
  "the letter case of names": [
    "?$expand=microsoft.graph.itemattachment/item",
    "?$orderby=LastUsed/LastAccessedDateTime desc",
    "?$filter=Extensions/any(f:f/id%20eq%20'Com.Contoso.Referral')&$expand=Extensions($filter=id%20eq%20'Com.Contoso.Referral')",
    "?$filter=singleValueExtendedProperties/any(ep:ep/Id eq 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color' and contains(ep/Value, 'green'))",
  ],
  "a typographic quote, and an option without an equals sign": [
    '?$count=true&$orderby=displayName&$search=”displayName:Video"',
    '?$search="displayName:wa" OR "displayName:to"&$orderbydisplayName&$count=true',
  ],
};

describeWithCorpus("the GET examples of the v1.0 reference pages of Graph", () => {
  const csdl = readFileSync(graphDocument("v1.0-2026-08.csdl"), "utf8");
  const model = new PathModel(csdl);
  const context = contextOf(serviceOf(csdl));

  it("have queries that parse by the model, but for the listed ones", () => {
    const queries = exampleGets(join(corpus, "docs/api-reference/v1.0/api")).flatMap((url) => {
      const [path = "", ...rest] = url.split("?");
      const resolved = resolvePath(model, path);
      return rest.length === 0 || "unknown" in resolved ? [] : { query: `?${rest.join("?")}`, type: resolved.result };
    });
    expect(queries.length).toBeGreaterThan(120);
    const faults = queries.filter(({ query, type }) => faultOf(query, type, context) !== undefined);
    expect(faults.map(({ query }) => query).sort()).toEqual(Object.values(refused).flat().sort());
  });
});
