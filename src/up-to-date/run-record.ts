import type { GenerateRequest } from "./generate-request.js";
import { recordedDiagnostics, runKey, type RunRecord } from "../output/run-record.js";
import type { Diagnostic } from "../diagnostics/report.js";
import type { ReadResult } from "../read/read.js";
import { runOptions } from "./run-options.js";
import { toolVersion } from "../installation/tool-version.js";

/**
 * What the next run needs to see that nothing changed. Undefined where it cannot: what lies behind a remote reference
 * is not asked for twice, first to compare and then to read.
 */
export function runRecord(
  request: GenerateRequest,
  { sources, references }: ReadResult,
  { counts, diagnostics }: Pick<RunRecord, "counts"> & { readonly diagnostics: readonly Diagnostic[] },
): RunRecord | undefined {
  const recorded = recordedDiagnostics(diagnostics);
  if (recorded === undefined || references.some(({ isRemote }) => isRemote)) return undefined;
  const outcomes = references.map(({ outcome }) => outcome);
  return {
    key: runKey({ toolVersion, options: runOptions(request), sources, outcomes }),
    references: references.map(({ uri, from }) => [uri, from] as const),
    counts,
    diagnostics: recorded,
  };
}
