import { groupBy } from "../../edm/grouping.js";
import type { FindingData } from "../../explore/data/format.js";
import { ownerOf } from "./element-names.js";
import type { ModelIndex } from "./model-index.js";
import { requestKey } from "./requests.js";
import { once } from "./once.js";

const byOwner = once(({ data }) => groupBy(data.findings ?? [], ({ element }) => ownerOf(element)));
const byElement = once(({ data }) => groupBy(data.findings ?? [], ({ element }) => requestKey(element)));
const byCause = once(({ data }) => groupBy(data.findings ?? [], ({ cause }) => cause));

/** Those of a type and its members, of an operation and its parameters, or of a request (`GET /users/{id}`). */
export function findingsOf(elementName: string, index: ModelIndex): readonly FindingData[] {
  return byOwner(index).get(requestKey(elementName)) ?? [];
}

/** Those of an element alone: of `ns.Type/member` without the others of the type. */
export function findingsAt(elementName: string, index: ModelIndex): readonly FindingData[] {
  return byElement(index).get(requestKey(elementName)) ?? [];
}

/** In the order of the data. */
export function findingsByCause(index: ModelIndex): ReadonlyMap<string, readonly FindingData[]> {
  return byCause(index);
}
