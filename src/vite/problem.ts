import { resolve } from "node:path";
import { diagnosticData } from "../diagnostics/format-json.js";
import { formatDiagnostic } from "../diagnostics/format-text.js";
import type { Sources } from "../diagnostics/position.js";
import type { Diagnostic, Report } from "../diagnostics/report.js";
import { sortDiagnostics } from "../diagnostics/sort-diagnostics.js";
import type { ShownError } from "./vite-types.js";

/** The diagnostics of one run. */
export interface Said {
  readonly report: Report;
  readonly sources: Sources;
}

/** The diagnostics about what is generated, by their place. */
export function diagnosticsOf({ report, sources }: Said): readonly Diagnostic[] {
  return sortDiagnostics(report.diagnostics, sources).filter(({ outside }) => outside === undefined);
}

export function lineOf(diagnostic: Diagnostic, sources: Sources): string {
  return formatDiagnostic(diagnostic, sources, { color: false });
}

/** All errors of failed runs as one, at the place of the first. Undefined if there is none. */
export function problemOf(failed: readonly Said[], cwd: string): ShownError | undefined {
  const errors = failed.flatMap((said) =>
    diagnosticsOf(said).flatMap((one) => (one.severity === "error" ? [{ one, sources: said.sources }] : [])),
  );
  const [first] = errors;
  if (first === undefined) return undefined;
  const message = errors.map(({ one, sources }) => lineOf(one, sources)).join("\n");
  const { path, line, column } = diagnosticData(first.one, first.sources);
  const file = resolve(cwd, path);
  if (line === undefined || column === undefined) return { ...plain, message };
  return { ...plain, message, id: file, loc: { file, line, column: column - 1 } };
}

const plain = { stack: "", plugin: "odata-codegen" };
