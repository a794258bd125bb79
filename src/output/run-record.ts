import { at, offsetOf, sourceIndexOf, type Source } from "../diagnostics/position.js";
import type { Diagnostic, Place, Report } from "../diagnostics/report.js";
import { contentHash, fileHash } from "./content-hash.js";
import { isRecord } from "./json-values.js";

/** How much the inputs describe. */
export interface ModelCounts {
  /** Entity types and complex types. */
  readonly types: number;
  readonly enums: number;
  /** HTTP requests that pages document. */
  readonly requests: number;
}

/** What a run read and said: enough to tell, without doing it again, that another run would end in the same way. */
export interface RunRecord {
  /** See `runKey`. */
  readonly key: string;
  /** The references that were followed: their URI, and the index of the source that holds it. */
  readonly references: readonly (readonly [string, number])[];
  readonly counts: ModelCounts;
  readonly diagnostics: readonly RecordedDiagnostic[];
}

/** Source, offset and message; related ones follow the first, whose code says what it is. */
type RecordedPlace = readonly [source: number, offset: number, message: string];
type RecordedDiagnostic = readonly [code: string, ...places: readonly RecordedPlace[]];

/** A manifest is to be read, and lies in version control: what a run with more than this says is not kept in it. */
const MAX_DIAGNOSTICS = 500;

export interface RunInputs {
  readonly toolVersion: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly sources: readonly Pick<Source, "name" | "text">[];
  /** What became of each reference that was followed. */
  readonly outcomes: readonly string[];
}

/**
 * One hash for all that a run depends on. Unlike `inputsHash` it tells texts by their order, which decides between
 * equals, and by their file names, to which pages link; folders are not in it, so that it is the same on every machine,
 * but for those by which a page tells where it is published.
 */
export function runKey({ toolVersion, options, sources, outcomes }: RunInputs): string {
  const chosen = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  const read = sources.map((source) => [/(?:api-reference\/.*|[^/]*)$/.exec(source.name)?.[0], fileHash(source)]);
  return contentHash(JSON.stringify([toolVersion, chosen, read, outcomes]));
}

/** The diagnostics as a record keeps them; undefined when they are too many, or speak of more than texts. */
export function recordedDiagnostics(diagnostics: readonly Diagnostic[]): RunRecord["diagnostics"] | undefined {
  if (diagnostics.length > MAX_DIAGNOSTICS) return undefined;
  const recorded: RecordedDiagnostic[] = [];
  for (const { code, place, message, related } of diagnostics) {
    const places = [{ place, message }, ...related].flatMap((one) => recordedPlace(one.place, one.message) ?? []);
    if (places.length !== related.length + 1) return undefined;
    recorded.push([code, ...places]);
  }
  return recorded;
}

function recordedPlace(place: Place, message: string): readonly [RecordedPlace] | undefined {
  return typeof place === "number" ? [[sourceIndexOf(place), offsetOf(place), message]] : undefined;
}

/** Says again what a record says. */
export function restoreDiagnostics({ diagnostics }: RunRecord, sources: readonly Source[], report: Report): void {
  const placeOf = ([source, offset]: RecordedPlace): Place => {
    const found = sources[source];
    if (found === undefined) throw new RangeError(`no source ${source}`);
    return at(found, offset);
  };
  for (const [code, first, ...related] of diagnostics) {
    if (first === undefined) continue;
    const others = related.map((one) => ({ place: placeOf(one), message: one[2] }));
    report.repeat(code, placeOf(first), first[2], others);
  }
}

/** The record of a manifest that nobody changed since: its shape was checked by the run that sealed it. */
export function sealed(run: RunRecord, manifest: object): RunRecord & { readonly seal: string } {
  return { ...run, seal: sealOf(run, manifest) };
}

/** The record that a manifest holds; undefined when there is none, or when anything in the manifest was changed by hand. */
export function unsealed(manifest: Readonly<Record<string, unknown>>): RunRecord | undefined {
  const { run, ...rest } = manifest;
  if (!isRecord(run)) return undefined;
  const { seal, ...record } = run;
  return seal === sealOf(record, rest) ? (record as unknown as RunRecord) : undefined; // only a run makes a seal that fits
}

function sealOf(run: object, manifest: object): string {
  return contentHash(JSON.stringify([manifest, run]));
}
