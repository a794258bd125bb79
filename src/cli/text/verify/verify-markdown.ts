import { groupBy } from "../../../edm/grouping.js";
import type { VerifyResult } from "../../../verify-service.js";
import { causes, type Finding } from "../../../verify/finding.js";
import { code, prose } from "../markdown.js";
import { totals } from "./verify-text.js";

/** The findings as a comment for a pull request: a table for each cause. */
export function verifyMarkdown(result: Pick<VerifyResult, "findings" | "requests" | "complete" | "refused">): string {
  const groups = [...groupBy(result.findings, ({ cause }) => cause)];
  return [
    "# Service and metadata",
    prose(totals(result)),
    ...groups.flatMap(([cause, findings]) => [`## ${cause}`, `${causes[cause]}.`, table(findings)]),
  ]
    .join("\n\n")
    .concat("\n");
}

function table(findings: readonly Finding[]): string {
  const rows = findings.map(({ subject, message, exchange: { request, status, answer } }) =>
    [code(subject), prose(message), code(request), String(status), code(answer)].join(" | "),
  );
  return [
    "| Where | Finding | Request | Status | Answer |",
    "|:--|:--|:--|--:|:--|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}
