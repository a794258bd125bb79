import { resolve } from "node:path";
import { withSlashes } from "../diagnostics/path-name.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { type Io, shownPath } from "./io.js";
import { walkFolder } from "./walk-folder.js";

/** A folder or glob among the inputs, with the outcome of its files. */
export interface Group {
  readonly name: string;
  readonly skipped: string[];
  /** The number of files that were loaded or reported individually. */
  kept: number;
}

/**
 * Something to read. Ordered by `key`, the path, so that neither the working folder nor the order of inputs matters.
 */
export type Candidate = FileCandidate | StreamCandidate;

export interface FileCandidate {
  readonly kind: "file";
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly realPath: string;
  /** Whether the file itself is an input, so that it must be recognized; otherwise it was found in groups. */
  readonly named: boolean;
  readonly groups: readonly Group[];
  /** Set if a link leads outside of the given folder. */
  readonly linkedOut?: true;
  /** The URL that it is a copy of. */
  readonly url?: string;
}

export interface StreamCandidate {
  readonly kind: "stdin" | "url";
  readonly key: string;
  readonly name: string;
  readonly named: true;
  readonly groups: readonly [];
}

export interface FoundInputs {
  readonly candidates: readonly Candidate[];
  readonly groups: readonly Group[];
}

/** Where inputs are looked up. */
export interface Places {
  /** The folder that relative inputs are resolved against. */
  readonly base: string;
  /** Absolute paths of files that are read in the place of URLs. */
  readonly kept?: ReadonlyMap<string, string>;
}

interface Search extends Places {
  readonly io: Io;
  readonly report: Report;
  readonly candidates: Candidate[];
  readonly groups: Group[];
}

/**
 * Resolves inputs to what is to be read, each real file once, in an order that does not depend on that of the inputs.
 */
export async function findInputs(
  inputs: readonly string[],
  { base, kept = new Map() }: Places,
  io: Io,
  report: Report,
): Promise<FoundInputs> {
  const search: Search = { base, kept, io, report, candidates: [], groups: [] };
  // tinyglobby reads `\\` as an escape, and messages have `/`.
  const given = inputs.map((input) => (isStream(input) ? input : withSlashes(input, io.separator)));
  for (const input of distinct(given, base)) await addInput(input, search);
  return { candidates: withoutDuplicates(search.candidates), groups: search.groups };
}

/** The inputs without duplicates, ordered by path. */
function distinct(inputs: readonly string[], base: string): readonly string[] {
  const byPath = new Map(inputs.map((input) => [isStream(input) ? input : resolve(base, input), input]));
  return [...byPath].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, input]) => input);
}

export function isStream(input: string): boolean {
  return input === "-" || isUrl(input);
}

/** Whether an input is a URL. */
export function isUrl(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

async function addInput(input: string, search: Search): Promise<void> {
  if (input === "-") return addStream("stdin", "<stdin>", search);
  const copy = search.kept?.get(input);
  if (copy === undefined && isUrl(input)) return addStream("url", input, search);
  const { io, report } = search;
  const located = io.locate?.(input);
  const path = copy ?? located?.path ?? resolve(search.base, input);
  try {
    if (copy !== undefined) await addCopy(path, input, search);
    else await addPath(path, input, located === undefined ? search : { ...search, base: located.base });
  } catch (failure) {
    const name = shownPath(path, input, io);
    report.add("input-unreadable", { path: name }, { input: name, reason: reasonOf(failure) });
  }
}

/** Adds standard input or a URL, which sort after files; see `pathKey`. */
function addStream(kind: "stdin" | "url", name: string, { candidates }: Search): void {
  candidates.push({ kind, key: `${kind === "url" ? 1 : 2}${name}`, name, named: true, groups: [] });
}

/** Adds the kept copy of a URL, which sorts as the URL does: where a copy lies changes no output. */
async function addCopy(path: string, url: string, { io, report, candidates }: Search): Promise<void> {
  const name = shownPath(path, path, io);
  if ((await io.stat(path))?.kind !== "file") return report.add("input-not-found", { path: name }, { input: name });
  const realPath = await io.realPath(path);
  candidates.push({ kind: "file", key: `1${url}`, name, path, realPath, named: true, groups: [], url });
}

function pathKey(path: string): string {
  return `0${withSlashes(path)}`;
}

/** Adds a path. If it exists, it is never taken for a glob (`a[1].xml`). */
async function addPath(path: string, input: string, search: Search): Promise<void> {
  const { io, report, candidates } = search;
  const name = shownPath(path, input, io);
  const found = await io.stat(path);
  if (found === undefined && (await isGlob(input))) return addGlob(input, search);
  if (found === undefined) return report.add("input-not-found", { path: name }, { input });
  if (found.kind === "folder") return addFolder(path, input, search);
  if (found.kind === "other") return report.add("not-a-file", { path: name }, { input: name });
  const realPath = await io.realPath(path);
  candidates.push({ kind: "file", key: pathKey(path), name, path, realPath, named: true, groups: [] });
}

/** Whether an input is a glob. tinyglobby is imported here, since most runs have none. */
export async function isGlob(input: string): Promise<boolean> {
  const { isDynamicPattern } = await import("tinyglobby");
  return isDynamicPattern(input);
}

/** Adds the files that match a glob. Like files in a folder, they need not be recognized. */
async function addGlob(pattern: string, search: Search): Promise<void> {
  const { io, report, base } = search;
  const paths = await io.glob(pattern, base);
  if (paths.length === 0) return report.add("input-not-found", { path: pattern }, { input: pattern });
  const group = addGroup(pattern, search);
  const root = prefixOf(await io.realPath(base));
  for (const path of paths) {
    const native = resolve(path);
    const name = shownPath(native, pattern, io);
    addFound({ name, path: native, realPath: await io.realPath(native), root }, group, search);
  }
}

async function addFolder(path: string, input: string, search: Search): Promise<void> {
  const { io, report } = search;
  const group = addGroup(shownPath(path, input, io), search);
  const root = prefixOf(await io.realPath(path));
  const prefixes = new Map<string, string>();
  for (const entry of await walkFolder(path, io)) {
    if (entry.kind === "file") {
      // The displayed path of a folder is computed once, not for each of its files.
      const start = prefixes.get(entry.folder) ?? prefixOf(shownPath(entry.folder, input, io));
      prefixes.set(entry.folder, start);
      addFound({ name: start + entry.name, path: entry.path, realPath: entry.realPath, root }, group, search);
      continue;
    }
    const name = shownPath(entry.path, input, io);
    if (entry.kind === "other") group.skipped.push(name);
    else {
      group.kept++;
      report.add("input-unreadable", { path: name }, { input: name, reason: entry.reason });
    }
  }
}

/** The prefix of paths inside a folder. */
function prefixOf(folder: string): string {
  if (folder === ".") return "";
  const path = withSlashes(folder);
  return /[/:]$/.test(path) ? path : `${path}/`; // `main:` is the root of a revision
}

function addGroup(name: string, { groups }: Search): Group {
  const group: Group = { name, skipped: [], kept: 0 };
  groups.push(group);
  return group;
}

interface FoundFile {
  readonly name: string;
  readonly path: string;
  readonly realPath: string;
  /** The prefix of real paths inside the folder that it was found in. */
  readonly root: string;
}

function addFound({ name, path, realPath, root }: FoundFile, group: Group, { candidates }: Search): void {
  const file: FileCandidate = { kind: "file", key: pathKey(path), name, path, realPath, named: false, groups: [group] };
  candidates.push(withSlashes(realPath).startsWith(root) ? file : { ...file, linkedOut: true });
}

/** Merges candidates for the same real file into one with the first of its paths. */
function withoutDuplicates(candidates: readonly Candidate[]): readonly Candidate[] {
  const byIdentity = new Map<string, Candidate>();
  for (const candidate of candidates.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const identity = candidate.kind === "file" ? `0${candidate.realPath}` : candidate.key;
    const first = byIdentity.get(identity);
    byIdentity.set(identity, first === undefined ? candidate : joined(first, candidate));
  }
  return [...byIdentity.values()];
}

function joined(first: Candidate, again: Candidate): Candidate {
  if (first.kind !== "file" || again.kind !== "file") return first;
  const url = first.url ?? again.url;
  const groups = [...new Set([...first.groups, ...again.groups])];
  return { ...first, named: first.named || again.named, groups, ...(url !== undefined && { url }) };
}
