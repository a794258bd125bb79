import { type GenerateRequest, runOptions } from "./generate-request.js";
import { recordedDiagnostics, runKey, type RunRecord } from "./cache/run-record.js";
import type { Diagnostic } from "../diagnostics/report.js";
import type { ReadResult } from "../read/read.js";
import { toolVersion } from "../installation/package.js";

/**
 * The record by which the next run can find that nothing changed. Undefined if a remote reference was followed: the
 * next run would have to fetch it twice, to compare and to read.
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
    ...recorded,
  };
}
