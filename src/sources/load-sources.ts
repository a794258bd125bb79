import { type Source, Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { type Candidate, findInputs, type Group } from "./find-inputs.js";
import type { Io } from "./io.js";
import { type ReadInput, readInput, type RemoteAccess } from "./read-input.js";
import { withoutCredentials } from "./remote/remote-input.js";
import { reportUnread } from "./report-unread.js";

export interface LoadOptions<Kind extends string> extends RemoteAccess {
  /** The kind of document by content and name; undefined if it is not supported. */
  readonly recognize: (text: string, name: string) => Kind | undefined;
  /** The collection that texts are added to. Default: a new one. */
  readonly sources?: Sources;
}

export interface LoadedSource<Kind extends string> {
  readonly source: Source;
  readonly kind: Kind;
  /** The absolute path; undefined for standard input and URLs without a kept copy. */
  readonly path?: string;
  /** The path with all links resolved. */
  readonly realPath?: string;
  /** Set if a link leads outside of the given folder. */
  readonly linkedOut?: true;
  /** The URL that it was fetched from, now or when the copy was kept. */
  readonly url?: string;
}

export interface LoadedSources<Kind extends string> {
  readonly sources: Sources;
  readonly loaded: readonly LoadedSource<Kind>[];
}

type Reading<Kind extends string> = LoadOptions<Kind> & { readonly sources: Sources };

/** The number of files read at a time, which limits how many are held in memory. */
const BATCH = 32;

/**
 * Reads inputs: files, folders, globs, `-` for standard input, and URLs on allowed hosts. Each file is read once; the
 * result does not depend on the order of the inputs. A named input that cannot be read or recognized is an error. Files
 * in folders and globs that are not recognized are skipped with one notice.
 */
export async function loadSources<Kind extends string>(
  inputs: readonly string[],
  io: Io,
  report: Report,
  options: LoadOptions<Kind>,
): Promise<LoadedSources<Kind>> {
  const { base = io.cwd, sources = new Sources() } = options;
  const remote = { ...options, base };
  const { candidates, groups } = await findInputs(inputs, remote, io, report);
  const loaded: LoadedSource<Kind>[] = [];
  for (let i = 0; i < candidates.length; i += BATCH) {
    const batch = candidates.slice(i, i + BATCH);
    const reads = batch.map(async (candidate) => ({
      candidate,
      read: await readInput(candidate, io, remote),
    }));
    for (const { candidate, read } of await Promise.all(reads)) {
      const kind = await recognizeRead(candidate, read, { ...options, sources }, report);
      if (kind === undefined || read.state !== "text") continue;
      const source = sources.add(nameOf(candidate), read.text);
      loaded.push({ source, kind, ...originOf(candidate) });
    }
  }
  for (const group of groups) reportSkipped(group, report);
  return { sources, loaded };
}

function originOf(candidate: Candidate): Pick<LoadedSource<string>, "path" | "realPath" | "linkedOut" | "url"> {
  if (candidate.kind === "file") {
    const { path, realPath, linkedOut, url } = candidate;
    return { path, realPath, ...(linkedOut && { linkedOut }), ...(url !== undefined && { url: new URL(url).href }) };
  }
  return candidate.kind === "url" ? { url: new URL(candidate.name).href } : {};
}

function nameOf({ kind, name }: Candidate): string {
  return kind === "url" ? withoutCredentials(name) : name;
}

/**
 * Recognizes the kind of a text that was read. Otherwise reports why it is not loaded, or adds it to the skipped files
 * of its group.
 */
async function recognizeRead<Kind extends string>(
  candidate: Candidate,
  read: ReadInput,
  options: Reading<Kind>,
  report: Report,
): Promise<Kind | undefined> {
  const content = contentOf(read);
  const kind = content === undefined ? undefined : options.recognize(content, nameOf(candidate));
  if (kind === undefined && content !== undefined && !candidate.named) {
    for (const group of candidate.groups) group.skipped.push(candidate.name);
    return undefined;
  }
  for (const group of candidate.groups) group.kept++;
  if (kind !== undefined && read.state === "text") return kind;
  const isConfigured = options.remotes?.some(({ url }) => url === candidate.name) === true;
  const input = { name: nameOf(candidate), kind: candidate.kind, service: isConfigured ? options.service : undefined };
  await reportUnread(input, read, options.sources, report);
  return undefined;
}

function contentOf(read: ReadInput): string | undefined {
  if (read.state === "text") return read.text;
  return "guess" in read ? read.guess : undefined;
}

function reportSkipped({ name, skipped, kept }: Group, report: Report): void {
  const first = skipped.toSorted()[0];
  const place = { path: name };
  if (kept === 0) report.add("nothing-recognized", place, { folder: name, count: skipped.length });
  else if (first !== undefined) report.add("files-skipped", place, { folder: name, count: skipped.length, first });
}
