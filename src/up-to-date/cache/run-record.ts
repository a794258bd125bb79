import { createHash } from "node:crypto";
import { at, offsetOf, sourceIndexOf, type Source } from "../../diagnostics/position.js";
import type { Diagnostic, Place, Report } from "../../diagnostics/report.js";

/** The size of the model, for the summary. */
export interface ModelCounts {
  /** The number of entity types and complex types. */
  readonly types: number;
  readonly enums: number;
  /** The number of HTTP requests that pages document. */
  readonly requests: number;
}

/** What a run read and reported. The next run compares it to detect that it would have the same result. */
export interface RunRecord {
  /** See `runKey`. */
  readonly key: string;
  /** The references that were followed: the URI, and the index of the source that contains it. */
  readonly references: readonly (readonly [string, number])[];
  readonly counts: ModelCounts;
  readonly diagnostics: readonly RecordedDiagnostic[];
  /** Diagnostics about elements outside of the selection. */
  readonly outside?: readonly RecordedDiagnostic[];
}

/** Source index, offset and message of a diagnostic's place, followed by related places. */
type RecordedPlace = readonly [source: number, offset: number, message: string];
type RecordedDiagnostic = readonly [code: string, ...places: readonly RecordedPlace[]];

/** The most diagnostics that a record keeps: reading more takes longer than another run. */
const MAX_DIAGNOSTICS = 20_000;

export interface RunInputs {
  /** The version of the tool, and its build. */
  readonly tool: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly sources: readonly Pick<Source, "name" | "text">[];
  /** The outcome of each reference that was followed. */
  readonly outcomes: readonly string[];
}

/**
 * A hash of everything that a run depends on: also the order of the texts, which decides between equal declarations,
 * their file names, to which pages link, and their line ends, which move the places of diagnostics. Of the folders only
 * those from which the URL of a page is derived.
 */
export function runKey({ tool, options, sources, outcomes }: RunInputs): string {
  const chosen = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  const read = sources.map(({ name, text }) => [/(?:api-reference\/.*|[^/]*)$/.exec(name)?.[0], hashOf(text)]);
  return hashOf(JSON.stringify([tool, chosen, read, outcomes]));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Diagnostics in the form of a record; undefined if there are too many, or some have a place outside of the sources.
 */
export function recordedDiagnostics(
  diagnostics: readonly Diagnostic[],
): Pick<RunRecord, "diagnostics" | "outside"> | undefined {
  if (diagnostics.length > MAX_DIAGNOSTICS) return undefined;
  const inside: RecordedDiagnostic[] = [];
  const outside: RecordedDiagnostic[] = [];
  for (const { code, place, message, related, outside: isOutside } of diagnostics) {
    const places = [{ place, message }, ...related].flatMap((one) => recordedPlace(one.place, one.message) ?? []);
    if (places.length !== related.length + 1) return undefined;
    (isOutside === true ? outside : inside).push([code, ...places]);
  }
  return { diagnostics: inside, ...(outside.length > 0 && { outside }) };
}

function recordedPlace(place: Place, message: string): readonly [RecordedPlace] | undefined {
  return typeof place === "number" ? [[sourceIndexOf(place), offsetOf(place), message]] : undefined;
}

/** Adds the diagnostics of a record to a report. */
export function restoreDiagnostics(run: RunRecord, sources: readonly Source[], report: Report): void {
  const placeOf = ([source, offset]: RecordedPlace): Place => {
    const found = sources[source];
    if (found === undefined) throw new RangeError(`no source ${source}`);
    return at(found, offset);
  };
  const restore = ([code, first, ...related]: RecordedDiagnostic, isOutside: boolean): void => {
    if (first === undefined) return;
    const others = related.map((one) => ({ place: placeOf(one), message: one[2] }));
    report.repeat(code, placeOf(first), first[2], others, isOutside);
  };
  for (const recorded of run.diagnostics) restore(recorded, false);
  for (const recorded of run.outside ?? []) restore(recorded, true);
}
