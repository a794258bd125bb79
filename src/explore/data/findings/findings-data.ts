import { causes } from "../../../audit/causes.js";
import type { Finding } from "../../../audit/finding.js";
import type { At } from "../../../diagnostics/position.js";
import { groupBy } from "../../../edm/grouping.js";
import { compareText } from "../../../edm/model.js";
import type { FindingData, ModelData } from "../format.js";

type PlaceOf = (at: At) => readonly [source: number, line: number] | undefined;

/** The findings by cause, in the order of the catalogue, each cause by its places; and what these causes mean. */
export function findingsData(
  findings: readonly Finding[],
  placeOf: PlaceOf,
): Required<Pick<ModelData, "findings" | "causes">> {
  const byCause = groupBy(findings, ({ cause }) => cause);
  const found = Object.entries(causes).flatMap(([cause, meaning]) => {
    const ofCause = byCause.get(cause as Finding["cause"]); // a key of the catalogue
    return ofCause === undefined ? [] : [{ cause, meaning, ofCause }];
  });
  return {
    causes: Object.fromEntries(found.map(({ cause, meaning }) => [cause, meaning])),
    findings: found.flatMap(({ ofCause }) => ofCause.map((one) => findingData(one, placeOf)).sort(compareFindings)),
  };
}

function findingData(finding: Finding, placeOf: PlaceOf): FindingData {
  const { cause, element, message, suggestion, version, page, csdl, otherPage } = finding;
  const at = [page, csdl, otherPage].flatMap((place) => {
    const found = place === undefined ? undefined : placeOf(place);
    return found === undefined ? [] : [found];
  });
  return {
    cause,
    element,
    message,
    ...(suggestion !== undefined && { suggestion }),
    ...(version !== undefined && { version }),
    ...(at.length > 0 && { at }),
  };
}

function compareFindings(a: FindingData, b: FindingData): number {
  const [[source = -1, line = 0] = [], [sourceOfB = -1, lineOfB = 0] = []] = [a.at?.[0], b.at?.[0]];
  return source - sourceOfB || line - lineOfB || compareText(a.element, b.element) || compareText(a.message, b.message);
}
