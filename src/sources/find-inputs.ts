import { resolve } from "node:path";
import { pathName, withSlashes } from "../diagnostics/path-name.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import type { Io } from "./io.js";
import { walkFolder } from "./walk-folder.js";

/** A folder or a glob among the inputs, with what became of the files it leads to. */
export interface Group {
  readonly name: string;
  readonly skipped: string[];
  /** How many were not left out: loaded, or reported by themselves. */
  kept: number;
}

/** Something to read. The order is that of `key`, so of the paths, wherever the run starts and however inputs are ordered. */
export type Candidate = FileCandidate | StreamCandidate;

export interface FileCandidate {
  readonly kind: "file";
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly realPath: string;
  /** Named by itself, so that it has to be of a known kind; else found through groups. */
  readonly named: boolean;
  readonly groups: readonly Group[];
  /** Set where a link leads out of the folder that was given. */
  readonly linkedOut?: true;
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

interface Search {
  readonly base: string;
  readonly io: Io;
  readonly report: Report;
  readonly candidates: Candidate[];
  readonly groups: Group[];
}

/** Every input as what there is to read, each real file once, in an order that does not depend on the order of the inputs. */
export async function findInputs(
  inputs: readonly string[],
  base: string,
  io: Io,
  report: Report,
): Promise<FoundInputs> {
  const search: Search = { base, io, report, candidates: [], groups: [] };
  for (const input of distinct(inputs, base)) await addInput(input, search);
  return { candidates: onceEach(search.candidates), groups: search.groups };
}

/** The inputs in the order of their paths, without those that only repeat another. */
function distinct(inputs: readonly string[], base: string): readonly string[] {
  const byPath = new Map(inputs.map((input) => [isStream(input) ? input : resolve(base, input), input]));
  return [...byPath].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, input]) => input);
}

function isStream(input: string): boolean {
  return input === "-" || isUrl(input);
}

function isUrl(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

async function addInput(input: string, search: Search): Promise<void> {
  if (input === "-") return addStream("stdin", "<stdin>", search);
  if (isUrl(input)) return addStream("url", input, search);
  const path = resolve(search.base, input);
  try {
    await addPath(path, input, search);
  } catch (failure) {
    const name = pathName(path, input, search.io.cwd);
    search.report.add("input-unreadable", { path: name }, { input: name, reason: reasonOf(failure) });
  }
}

/** Their keys stand after those of files, see `pathKey`. */
function addStream(kind: "stdin" | "url", name: string, { candidates }: Search): void {
  candidates.push({ kind, key: `${kind === "url" ? 1 : 2}${name}`, name, named: true, groups: [] });
}

function pathKey(path: string): string {
  return `0${withSlashes(path)}`;
}

/** A path that exists is itself, even if it looks like a glob (`a[1].xml`). */
async function addPath(path: string, input: string, search: Search): Promise<void> {
  const { io, report, candidates } = search;
  const name = pathName(path, input, io.cwd);
  const found = await io.stat(path);
  if (found === undefined && (await isGlob(input))) return addGlob(input, search);
  if (found === undefined) return report.add("input-not-found", { path: name }, { input });
  if (found.kind === "folder") return addFolder(path, input, search);
  if (found.kind === "other") return report.add("not-a-file", { path: name }, { input: name });
  const realPath = await io.realPath(path);
  candidates.push({ kind: "file", key: pathKey(path), name, path, realPath, named: true, groups: [] });
}

/** What tells a glob is loaded when there may be one. */
async function isGlob(input: string): Promise<boolean> {
  const { isDynamicPattern } = await import("tinyglobby");
  return isDynamicPattern(input);
}

/** A glob chooses by name alone, so what it matches is treated like what lies in a folder. */
async function addGlob(pattern: string, search: Search): Promise<void> {
  const { io, report, base } = search;
  const paths = await io.glob(pattern, base);
  if (paths.length === 0) return report.add("input-not-found", { path: pattern }, { input: pattern });
  const group = addGroup(pattern, search);
  const root = startOf(await io.realPath(base));
  for (const path of paths) {
    const native = resolve(path);
    const name = pathName(native, pattern, io.cwd);
    addFound({ name, path: native, realPath: await io.realPath(native), root }, group, search);
  }
}

async function addFolder(path: string, input: string, search: Search): Promise<void> {
  const { io, report } = search;
  const group = addGroup(pathName(path, input, io.cwd), search);
  const root = startOf(await io.realPath(path));
  const starts = new Map<string, string>();
  for (const step of await walkFolder(path, io)) {
    if (step.kind === "file") {
      // A file is called by its folder, so that paths are compared once for each folder.
      const start = starts.get(step.folder) ?? startOf(pathName(step.folder, input, io.cwd));
      starts.set(step.folder, start);
      addFound({ name: start + step.name, path: step.path, realPath: step.realPath, root }, group, search);
      continue;
    }
    const name = pathName(step.path, input, io.cwd);
    if (step.kind === "other") group.skipped.push(name);
    else {
      group.kept++;
      report.add("input-unreadable", { path: name }, { input: name, reason: step.reason });
    }
  }
}

/** How the paths of what lies in a folder start. */
function startOf(folder: string): string {
  if (folder === ".") return "";
  const path = withSlashes(folder);
  return path.endsWith("/") ? path : `${path}/`;
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
  /** How real paths start that lie in the folder that it was found in. */
  readonly root: string;
}

function addFound({ name, path, realPath, root }: FoundFile, group: Group, { candidates }: Search): void {
  const file: FileCandidate = { kind: "file", key: pathKey(path), name, path, realPath, named: false, groups: [group] };
  candidates.push(withSlashes(realPath).startsWith(root) ? file : { ...file, linkedOut: true });
}

/** A file reached in several ways is read once, under the first of its paths. */
function onceEach(candidates: readonly Candidate[]): readonly Candidate[] {
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
  return { ...first, named: first.named || again.named, groups: [...new Set([...first.groups, ...again.groups])] };
}
