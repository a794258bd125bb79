import { type AuditReport, type FindingData, groupedByPage, type PageGroup } from "../../audit/report/audit-report.js";
import { causes } from "../../audit/causes.js";
import { countedText, placeText, totalsText } from "./audit-text.js";
import { code, prose } from "./markdown.js";

/** The findings as a comment for a pull request: the counts, then the findings of each page. */
export function auditMarkdown(report: AuditReport): string {
  return [
    "# Audit",
    `${totalsText(report)}.`,
    ...countsTable(report.counts),
    ...groupedByPage(report).flatMap(pageMarkdown),
    ...(report.counted.length === 0 ? [] : ["## Not listed", `${countedText(report.counted)}.`]),
    ...countsTable(report.counted),
  ]
    .join("\n\n")
    .concat("\n");
}

function countsTable(counts: AuditReport["counts"]): readonly string[] {
  const rows = counts.map(({ cause, count }) => `| \`${cause}\` | ${causes[cause]} | ${count} |`);
  return rows.length === 0 ? [] : [["| Cause | What it is | Findings |", "|:--|:--|--:|", ...rows].join("\n")];
}

function pageMarkdown({ path, causes: groups }: PageGroup): readonly string[] {
  const title = path === undefined ? "On no page" : code(path);
  return [`## ${title}`, ...groups.map(({ cause, findings }) => table(cause, findings))];
}

function table(cause: string, findings: readonly FindingData[]): string {
  const rows = findings.map(({ page, element, message, csdl, otherPage }) => {
    const others = [csdl, otherPage].flatMap((place) => (place === undefined ? [] : [code(placeText(place))]));
    const at = page === undefined ? "" : `${page.line}:${page.column}`;
    return `| ${at} | ${code(element)} | ${prose(message)} | ${others.join(", ")} |`;
  });
  return [`**${cause}**`, ["| Line | Element | Finding | Against |", "|:--|:--|:--|:--|", ...rows].join("\n")].join(
    "\n\n",
  );
}
