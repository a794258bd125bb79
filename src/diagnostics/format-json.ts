import type { Code } from "./catalogue/catalogue.js";
import type { Severity } from "./catalogue/entry.js";
import type { Sources } from "./position.js";
import type { Diagnostic, Place } from "./report.js";
import { spotOf } from "./sort-diagnostics.js";

/** A place in a file; line and column count from 1, and are absent for a file without text. */
export interface PlaceData {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** A diagnostic as plain data, positions resolved. */
export interface DiagnosticData extends PlaceData {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (PlaceData & { readonly message: string })[];
}

export function diagnosticData(
  { code, severity, message, place, related }: Diagnostic,
  sources: Sources,
): DiagnosticData {
  return {
    code,
    severity,
    message,
    ...placeData(place, sources),
    related: related.map((one) => ({ ...placeData(one.place, sources), message: one.message })),
  };
}

/** The diagnostics as one JSON array, in the order given. */
export function formatDiagnosticsJson(diagnostics: readonly Diagnostic[], sources: Sources): string {
  return JSON.stringify(
    diagnostics.map((diagnostic) => diagnosticData(diagnostic, sources)),
    undefined,
    2,
  );
}

function placeData(place: Place, sources: Sources): PlaceData {
  const { source, line, column } = spotOf(place, sources);
  return line === undefined ? { path: source } : { path: source, line, column };
}
