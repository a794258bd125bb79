import type { ChangesReport } from "../../changes/report/changes-report.js";

/** The report as JSON, as docs/changes.md describes it. Versions of it differ in more than further members. */
export function changesJson(report: ChangesReport): string {
  return `${JSON.stringify({ version: 1, ...report }, undefined, 2)}\n`;
}
