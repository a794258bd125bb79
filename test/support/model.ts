import { Sources } from "../../src/diagnostics/position.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Report } from "../../src/diagnostics/report.js";
import type { Model } from "../../src/edm/model.js";
import { merge } from "../../src/merge/merge.js";
import { parse } from "../../src/read.js";

/** The model of some texts by name, and what was said on the way. */
export function modelOf(texts: Readonly<Record<string, string>>): {
  readonly model: Model;
  readonly said: readonly string[];
  readonly failed: boolean;
} {
  const sources = new Sources();
  const report = new Report();
  const documents = Object.entries(texts).flatMap(([name, text]) => parse(sources.add(name, text), report) ?? []);
  const model = merge(documents, report);
  return {
    model,
    said: report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false })),
    failed: report.failed,
  };
}
