/** Separates known findings, which a suppression file or the config file lists, from new ones. */
import type { Finding } from "../finding.js";
import type { Sources } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import { compareText } from "../../edm/model.js";
import type { Suppression } from "../../config/suppressions.js";
import { fitsSegment } from "../../select/glob.js";

export interface Suppressed {
  readonly open: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that match a finding. */
  readonly used: readonly Suppression[];
}

/** Removes the findings that an entry matches. Reports entries that match none. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  sources: Sources,
  report: Report,
): Suppressed {
  const used = new Set<Suppression>();
  const [open, known]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const fitting = suppressions.filter((suppression) => fits(suppression, finding, sources));
    for (const suppression of fitting) used.add(suppression);
    (fitting.length > 0 ? known : open).push(finding);
  }
  for (const suppression of suppressions) {
    if (!used.has(suppression))
      report.add("suppression-unused", suppression.place, { cause: suppression.cause, element: suppression.element });
  }
  return { open, known, used: suppressions.filter((suppression) => used.has(suppression)) };
}

/** Whether an entry matches a finding. In its patterns `*` matches any characters. */
function fits({ cause, element, page }: Suppression, finding: Finding, sources: Sources): boolean {
  return (
    fitsSegment(cause, finding.cause) &&
    (element === undefined || fitsSegment(element, finding.element)) &&
    (page === undefined || (finding.page !== undefined && fitsSegment(page, sources.of(finding.page).name)))
  );
}

/** The text of a suppression file with the kept entries and one for each finding. */
export function suppressionsText(kept: readonly Suppression[], findings: readonly Finding[], sources: Sources): string {
  const entries = [
    ...kept.map(({ cause, element, page, reason }) => ({ cause, element, page, reason })),
    ...findings.map(({ cause, element, page }) => ({
      cause,
      element,
      page: page === undefined ? undefined : sources.of(page).name,
      reason: "known",
    })),
  ];
  const lines = new Set(entries.map((entry) => JSON.stringify(entry)));
  return `{\n  "suppressions": [\n${[...lines]
    .sort(compareText)
    .map((line) => `    ${line}`)
    .join(",\n")}\n  ]\n}\n`;
}
