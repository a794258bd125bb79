import type { Cause } from "../causes.js";
import type { Finding } from "../finding.js";

/** Causes of findings about elements of the CSDL that are on no page. Pages of a part of a service have thousands. */
const ON_NO_PAGE: ReadonlySet<Cause> = new Set(["type-undocumented", "enum-undocumented", "operation-undocumented"]);

/** What is asked for. */
export interface Wanted {
  /** Whether all findings are listed. */
  readonly allFindings: boolean;
  /** Patterns of the causes to report on; without any, all causes. */
  readonly causes: readonly string[];
}

/** Whether a finding is listed. Those about elements on no page, or on pages of another version, are only counted. */
export function isListed({ cause, version }: Finding, { allFindings, causes }: Wanted): boolean {
  return allFindings || causes.length > 0 || (version === undefined && !ON_NO_PAGE.has(cause));
}
