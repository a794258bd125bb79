import { type AuditReport, type FindingData, groupedByPage, type PageGroup } from "../../audit/report/audit-report.js";
import { causes } from "../../audit/causes.js";
import type { PlaceData } from "../../diagnostics/format-json.js";
import { printable } from "../../diagnostics/format-text.js";
import { counted, paint } from "./style.js";

/** The findings of each page, then the counts. */
export function auditText(report: AuditReport, color: boolean): string {
  return [...groupedByPage(report).map((group) => groupText(group, color)), summaryText(report)].join("\n");
}

function groupText({ path, causes: groups }: PageGroup, color: boolean): string {
  const title = paint("bold", path === undefined ? "On no page" : printable(path), color);
  const lines = groups.flatMap(({ cause, findings }) => [
    `  ${cause}  ${paint("gray", causes[cause], color)}`,
    ...findings.map((finding) => `    ${findingText(finding, color)}`),
  ]);
  return `${title}\n${lines.join("\n")}\n`;
}

function findingText({ page, element, message, csdl, otherPage }: FindingData, color: boolean): string {
  const at = page === undefined ? "" : `${page.line}:${page.column}  `;
  const others = [csdl, otherPage].flatMap((place) => (place === undefined ? [] : [placeText(place)]));
  const where = others.length === 0 ? "" : `  ${paint("gray", others.join(", "), color)}`;
  return `${at}${printable(element)}  ${printable(message)}${where}`;
}

export function placeText({ path, line, column }: PlaceData): string {
  return printable(`${path}:${line}:${column}`);
}

function summaryText({ findings, counts, counted: others, suppressed }: AuditReport): string {
  const width = Math.max(0, ...[...counts, ...others].map(({ cause }) => cause.length));
  const lines = (all: AuditReport["counts"]) =>
    all.map(({ cause, count }) => `  ${cause.padEnd(width)}  ${count}\n`).join("");
  const rest = others.length === 0 ? "" : `${countedText(others)}\n${lines(others)}`;
  return `${totalsText({ findings, suppressed })}\n${lines(counts)}${rest}`;
}

/** `4711 more findings about what is on no page, or on pages of another version; --all-findings lists them` */
export function countedText(counts: AuditReport["counted"]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return `${counted(total, "more finding")} about what is on no page, or on pages of another version; --all-findings lists ${total === 1 ? "it" : "them"}`;
}

/** `12 findings on 3 pages, 4 known` */
export function totalsText({ findings, suppressed }: Pick<AuditReport, "findings" | "suppressed">): string {
  const pages = new Set(findings.flatMap(({ page }) => page?.path ?? [])).size;
  const known = suppressed === 0 ? "" : `, ${suppressed} known`;
  return `${counted(findings.length, "finding")}${pages === 0 ? "" : ` on ${counted(pages, "page")}`}${known}`;
}
