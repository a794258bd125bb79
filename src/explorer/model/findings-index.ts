import { groupBy } from "../../edm/grouping.js";
import type { FindingData } from "../../explore/data/format.js";
import { ownerOf } from "./element-names.js";
import { data, finder, once } from "./model.js";
import { requestKey } from "./requests.js";

const findings = () => data.findings ?? [];
const byOwner = finder(findings, ({ element }) => ownerOf(element));
const byElement = finder(findings, ({ element }) => requestKey(element));

/** In the order of the data. */
export const findingsByCause = once(() => groupBy(findings(), ({ cause }) => cause));

/** Those of a type and its members, of an operation and its parameters, or of a request (`GET /users/{id}`). */
export function findingsOf(elementName: string): readonly FindingData[] {
  return byOwner(requestKey(elementName));
}

/** Those of an element alone: of `ns.Type/member` without the others of the type. */
export function findingsAt(elementName: string): readonly FindingData[] {
  return byElement(requestKey(elementName));
}
