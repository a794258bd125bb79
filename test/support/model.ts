import { readCsdlJson } from "../../src/csdl/read-json.js";
import { readCsdlXml } from "../../src/csdl/read-xml.js";
import { type Source, Sources } from "../../src/diagnostics/position.js";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Report } from "../../src/diagnostics/report.js";
import type { Model } from "../../src/edm/model.js";
import { merge } from "../../src/merge/merge.js";
import { readPage } from "../../src/pages/read-page.js";
import { recognize } from "../../src/read/recognize.js";

const readers = {
  "csdl-xml": readCsdlXml,
  "csdl-json": readCsdlJson,
  page: readPage,
  include: () => undefined,
} as const;

/** What a reader makes of one text. */
export function parse(source: Source, report: Report) {
  const kind = recognize(source.text, source.name);
  return kind && readers[kind](source, report);
}

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
