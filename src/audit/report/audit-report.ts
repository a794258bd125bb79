/** Findings as plain data, with positions resolved and counts by cause, and their grouping by page. */
import type { At, Sources } from "../../diagnostics/position.js";
import type { PlaceData } from "../../diagnostics/format-json.js";
import { groupBy } from "../../edm/grouping.js";
import { compareText } from "../../edm/model.js";
import { causes, type Cause } from "../causes.js";
import type { Finding } from "../finding.js";

/** A finding as plain data. Lines and columns start at 1. */
export interface FindingData {
  readonly cause: Cause;
  readonly element: string;
  readonly message: string;
  readonly page?: PlaceData;
  readonly csdl?: PlaceData;
  readonly otherPage?: PlaceData;
  readonly suggestion?: string;
  /** The version of the service that the page documents, where the CSDL is of another one. */
  readonly version?: string;
}

export interface AuditReport {
  /** Ordered by page, then by line; elements that no page documents are last. */
  readonly findings: readonly FindingData[];
  /** The number of listed findings of each cause that has any, in the order of `causes`. */
  readonly counts: Counts;
  /** The same of the findings that are not listed. */
  readonly counted: Counts;
  /** The number of findings that are suppressed. */
  readonly suppressed: number;
}

type Counts = readonly { readonly cause: Cause; readonly count: number }[];

interface ReportInputs {
  readonly listed: readonly Finding[];
  readonly counted: readonly Finding[];
  readonly suppressed: number;
}

export function auditReport({ listed, counted, suppressed }: ReportInputs, sources: Sources): AuditReport {
  return {
    findings: listed.map((finding) => findingData(finding, sources)).sort(compareFindings),
    counts: countsOf(listed),
    counted: countsOf(counted),
    suppressed,
  };
}

function countsOf(findings: readonly Finding[]): Counts {
  const byCause = groupBy(findings, ({ cause }) => cause);
  return (Object.keys(causes) as Cause[]).flatMap((cause) => {
    const count = byCause.get(cause)?.length ?? 0;
    return count === 0 ? [] : [{ cause, count }];
  });
}

export function findingData(
  { cause, element, message, suggestion, version, ...places }: Finding,
  sources: Sources,
): FindingData {
  const { page, csdl, otherPage } = places;
  return {
    cause,
    element,
    message,
    ...(page !== undefined && { page: placeData(page, sources) }),
    ...(csdl !== undefined && { csdl: placeData(csdl, sources) }),
    ...(otherPage !== undefined && { otherPage: placeData(otherPage, sources) }),
    ...(suggestion !== undefined && { suggestion }),
    ...(version !== undefined && { version }),
  };
}

function placeData(at: At, sources: Sources): PlaceData {
  const { source, line, column } = sources.locate(at);
  return { path: source, line, column };
}

function compareFindings(a: FindingData, b: FindingData): number {
  return (
    Number(a.page === undefined) - Number(b.page === undefined) ||
    comparePlaces(a.page, b.page) ||
    comparePlaces(a.csdl, b.csdl) ||
    compareText(a.cause, b.cause) ||
    compareText(a.element, b.element) ||
    compareText(a.message, b.message)
  );
}

function comparePlaces(a: PlaceData | undefined, b: PlaceData | undefined): number {
  return (
    compareText(a?.path ?? "", b?.path ?? "") || (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
  );
}

/** The findings of one page; without a path those of elements that no page documents. */
export interface PageGroup {
  readonly path?: string;
  readonly causes: readonly { readonly cause: Cause; readonly findings: readonly FindingData[] }[];
}

export function groupedByPage({ findings, counts }: AuditReport): readonly PageGroup[] {
  return [...groupBy(findings, ({ page }) => page?.path)].map(([path, ofPage]) => {
    const byCause = groupBy(ofPage, ({ cause }) => cause);
    const grouped = counts.flatMap(({ cause }) => {
      const ofCause = byCause.get(cause);
      return ofCause === undefined ? [] : [{ cause, findings: ofCause }];
    });
    return { ...(path !== undefined && { path }), causes: grouped };
  });
}
