import { type GenerateRequest, runOptions } from "./generate-request.js";
import { recordedDiagnostics, runKey, type RunRecord } from "./cache/run-record.js";
import type { Source } from "../diagnostics/position.js";
import type { Diagnostic } from "../diagnostics/report.js";
import type { ReadResult } from "../read/read.js";
import { toolBuild } from "../installation/package.js";

interface Outcome extends Pick<RunRecord, "counts"> {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of templates and artifacts of the user, which were read after the inputs. */
  readonly own: readonly Source[];
}

/**
 * The record by which the next run can find that nothing changed. Undefined if a remote reference was followed: the
 * next run would have to fetch it twice, to compare and to read.
 */
export function runRecord(
  request: GenerateRequest,
  { sources, references }: ReadResult,
  { counts, diagnostics, own }: Outcome,
): RunRecord | undefined {
  // The places of diagnostics are recorded by the order of the texts.
  if (own.some(({ index }, position) => index !== sources.length + position)) return undefined;
  const recorded = recordedDiagnostics(diagnostics);
  if (recorded === undefined || references.some(({ isRemote }) => isRemote)) return undefined;
  const outcomes = references.map(({ outcome }) => outcome);
  return {
    key: runKey({ tool: toolBuild(), options: runOptions(request), sources: [...sources, ...own], outcomes }),
    references: references.map(({ uri, from }) => [uri, from] as const),
    counts,
    ...recorded,
  };
}
