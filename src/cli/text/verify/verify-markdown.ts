import { groupBy } from "../../../edm/grouping.js";
import { causes, type Finding } from "../../../verify/finding.js";
import { code, prose } from "../markdown.js";
import { totals, type Verified } from "./verify-text.js";

/** The findings as a comment for a pull request: a table for each cause. */
export function verifyMarkdown(result: Verified): string {
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
  const rows = findings.map(({ subject, message, exchange: { request, sent, status, answer } }) =>
    [
      code(subject),
      prose(message),
      code(sent === undefined ? request : `${request} ${sent}`),
      String(status),
      code(answer),
    ].join(" | "),
  );
  return [
    "| Where | Finding | Request | Status | Answer |",
    "|:--|:--|:--|--:|:--|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}
