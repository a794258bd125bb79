/**
 * Compares pages with the CSDL, and with each other where there is none. Declarations are compared as they are on the
 * page, before merging decides which source takes precedence.
 */
import { sourceIndexOf, type At } from "../diagnostics/position.js";
import { groupBy } from "../edm/grouping.js";
import { compareText, isPart, isStructured, type Model, type Part, type Resource } from "../edm/model.js";
import { factsOnDemand } from "../facts/facts.js";
import { assumptionsOf } from "../facts/assumptions.js";
import { ValueChecker } from "../values/check-value.js";
import type { Operation } from "../edm/elements.js";
import { simpleNameOf } from "../edm/names.js";
import type { AuditedPage, AuditInputs, Finding, Misspelling } from "./finding.js";
import type { Cause } from "./causes.js";
import { exampleFindings } from "./examples.js";
import { enumFindings } from "./enums.js";
import { requestFindings } from "./operations.js";
import { pageConflicts } from "./page-conflicts.js";
import { pathFindings, segmentNamesOf } from "./paths.js";
import { TypeIndex } from "./type-index.js";
import { structuredFindings } from "./types.js";
import { undocumentedOperations, undocumentedTypes } from "./undocumented.js";
import { withVersions } from "./versions.js";

/** All findings without duplicates, ordered by position. */
export function auditOf(inputs: AuditInputs): readonly Finding[] {
  const { csdl, merged } = inputs;
  const against = csdl === undefined ? pageExamples(inputs) : csdlFindings({ ...inputs, csdl });
  return inOrder([...against, ...pageConflicts(merged, csdl)]);
}

function csdlFindings(inputs: AuditInputs & { readonly csdl: Model }): readonly Finding[] {
  const { pages, csdl } = inputs;
  const index = new TypeIndex(csdl);
  const documented = pages.flatMap((page) => typeFindingsOf(page, index));
  const { findings, operations } = requestsOf(inputs);
  const suggested = new Set(documented.flatMap(meantBy));
  const onPages = [
    ...inputs.misspellings.flatMap((misspelling) => misspellingFinding(misspelling, csdl)),
    ...documented,
    ...findings,
  ];
  return [
    ...withVersions([...onPages, ...undocumentedTypes(pages, index, suggested)], pages, inputs.csdlVersion),
    ...undocumentedOperations(csdl, operations),
  ];
}

/** Without CSDL, checks examples against the merged model of the pages. */
function pageExamples({ pages, merged, examples, follow }: AuditInputs): readonly Finding[] {
  const checker = checkerOf(examples);
  return pages.flatMap(({ document, requests }) => {
    const context = { model: merged, declaredIn: "otherPage", checker, source: document.source } as const;
    return requests.flatMap((request) => exampleFindings(request, placeOf(follow(request).found), context));
  });
}

function typeFindingsOf({ types }: AuditedPage, index: TypeIndex): readonly Finding[] {
  return types.flatMap((documented) => {
    if (documented.by === "example") return [];
    return isStructured(documented) ? structuredFindings(documented, index) : enumFindings(documented, index);
  });
}

/** The finding about a misspelled type name. One for each page, since resolving names has corrected all others. */
function misspellingFinding({ at: page, written, stands }: Misspelling, csdl: Model): readonly Finding[] {
  const type = csdl.type(stands);
  const name = simpleNameOf(stands);
  const message = `documented as ${written}, declared as ${name} in the CSDL`;
  // A name that differs in more than letter case is of another namespace.
  if (type === undefined || written.toLowerCase() !== name.toLowerCase()) return [];
  return [{ cause: "type-letter-case", element: stands, message, page, csdl: type.at, suggestion: name }];
}

/** The property that a misspelled name means: it is documented, though with a wrong name. */
function meantBy({ cause, element, suggestion }: Finding): readonly string[] {
  if (cause !== "property-letter-case" && cause !== "property-near-miss") return [];
  return [`${element.slice(0, element.lastIndexOf("/"))}/${suggestion}`];
}

function requestsOf(inputs: AuditInputs & { readonly csdl: Model }): {
  readonly findings: readonly Finding[];
  readonly operations: readonly Operation[];
} {
  const { pages, csdl, examples, follow } = inputs;
  const names = segmentNamesOf(csdl);
  const findings: Finding[] = [];
  const operations: Operation[] = [];
  const checker = checkerOf(examples);
  for (const { document, requests } of pages) {
    const context = { model: csdl, declaredIn: "csdl", checker, source: document.source } as const;
    for (const request of requests) {
      const followed = follow(request);
      const { found } = followed;
      const resource = placeOf(found);
      findings.push(...pathFindings(request, followed, csdl, names));
      findings.push(...exampleFindings(request, resource, context));
      if (found !== undefined) operations.push(...operationsIn(found));
      if (resource !== undefined) findings.push(...requestFindings(request, resource, csdl));
    }
  }
  return { findings, operations };
}

function checkerOf(model: Model): ValueChecker {
  return new ValueChecker(model, factsOnDemand(model, assumptionsOf(model)));
}

/** The operations that a path calls. */
function operationsIn(found: Resource | Part): readonly Operation[] {
  if (found.kind === "Operation") return [found.operation];
  return isPart(found) ? operationsIn(found.of) : [];
}

function placeOf(found: Resource | Part | undefined): Resource | undefined {
  return found === undefined || isPart(found) ? undefined : found;
}

/** Causes reported once for each page: parameters and return type apply to all requests of the page. */
const OF_THE_PAGE: ReadonlySet<Cause> = new Set([
  "parameter-undocumented",
  "return-type-differs",
  "return-collection-differs",
]);

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const once = groupBy(findings, keyOf);
  return [...once.values()]
    .map(([first]) => first)
    .sort(
      (a, b) =>
        comparePlaces(a.page, b.page) ||
        comparePlaces(a.csdl, b.csdl) ||
        compareText(a.cause, b.cause) ||
        compareText(a.element, b.element),
    );
}

function keyOf({ cause, element, page, csdl, otherPage, message }: Finding): string {
  if (page === undefined || !OF_THE_PAGE.has(cause)) return [cause, element, page, csdl, otherPage, message].join("\n");
  return [cause, cause === "parameter-undocumented" ? element : "", sourceIndexOf(page), message].join("\n");
}

/** Orders positions; findings without a page are last. */
function comparePlaces(a: At | undefined, b: At | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
}
