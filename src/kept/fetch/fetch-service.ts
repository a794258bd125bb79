/** Fetches the remote inputs of a service, and what they refer to, into files beside the config file. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import type { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { followReferences, type Reading } from "../../read/follow-references.js";
import { load } from "../../read/read.js";
import { type Kind, recognizeCsdl } from "../../read/recognize.js";
import { isUrl } from "../../sources/find-inputs.js";
import type { Io } from "../../sources/io.js";
import { type LoadedReference, ReferenceLoader } from "../../sources/load-reference.js";
import type { LoadedSource } from "../../sources/load-sources.js";
import { referenceTarget } from "../../sources/reference-target.js";
import { isAllowed } from "../../sources/remote/remote-input.js";
import { readLockFile, updateLockFile } from "../lock-file.js";
import type { KeptInput, LockedService } from "../locked-service.js";
import { documentOf } from "./checked-text.js";
import { filesOf } from "./copy-files.js";
import type { FetchedInput, FetchRequest } from "./fetched-input.js";
import { Keeper, type Kept } from "./keeper.js";

export interface FetchContext {
  readonly io: Io;
  readonly sources: Sources;
  readonly report: Report;
  /** Called before each request, with its number from 1, and the number of inputs. */
  readonly progress?: (input: number, count: number) => void;
}

/**
 * Fetches each remote input of a service that has no copy, with `refresh` all of them. What is fetched is checked before
 * it replaces a copy, and each copy is written with its entry in the lock file. Entries of other URLs are removed from
 * the lock file, unless something failed.
 */
export async function fetchService(request: FetchRequest, context: FetchContext): Promise<readonly FetchedInput[]> {
  const { io, sources, report, progress } = context;
  const keeper = new Keeper(request, io, sources);
  const results = new Map<string, Kept>();
  for (const { url } of request.remotes) {
    progress?.(results.size + 1, request.remotes.length);
    if (!results.has(url)) results.set(url, await keeper.keep(url, report));
  }
  await keepReferences(request, { ...context, keeper, results });
  const outcomes: FetchedInput[] = [];
  for (const [url, kept] of results) outcomes.push(await keeper.outcome(url, kept));
  const reached = entriesOf(results);
  const isWhole = outcomes.every(({ state }) => state !== "failed");
  await updateLockFile(request, request.name, (service) => withInputs(service, reached, isWhole), report);
  await reportUnused(request, report);
  return outcomes;
}

interface Following extends FetchContext {
  readonly keeper: Keeper;
  /** Results by URL, to which those of references are added. */
  readonly results: Map<string, Kept>;
}

/** Keeps copies of what the kept documents refer to. The same references are followed as when output is generated. */
async function keepReferences(request: FetchRequest, following: Following): Promise<void> {
  const { io, sources, report, results } = following;
  const { inputs, folder } = request;
  const kept = new Map<string, string>();
  for (const [url, { file }] of Object.entries(entriesOf(results))) keepPath(url, resolve(folder, file), kept);
  if (kept.size === 0) return;
  const readable = inputs.filter((input) => (isUrl(input) ? kept.has(input) : input !== "-"));
  const unused = new Report(); // the commands that use the inputs report what is wrong with them
  const { loaded } = await load({ inputs: readable, base: folder, kept }, io, { report: unused, sources });
  const parse = (one: LoadedSource<Kind>) => documentOf(one, io, sources, unused);
  const readings: Reading<Kind>[] = [];
  for (const one of loaded)
    if (one.kind !== "page" && one.kind !== "include") readings.push({ loaded: one, document: await parse(one) });
  const loader = new ReferenceLoader<Kind>(loaded, io, { recognize: recognizeCsdl, sources, kept, base: folder });
  const keeping = {
    load: async (uri: string, from: LoadedSource<Kind>): Promise<LoadedReference<Kind>> => {
      const target = referenceTarget(uri, from);
      const failure = target.kind === "url" ? await keepReference(target.url, request, kept, following) : undefined;
      return failure ?? loader.load(uri, from);
    },
  };
  await followReferences(readings, parse, keeping, report);
}

/** Keeps a copy of a URL that a document refers to. Returns why there is none; another host is left to the loader. */
async function keepReference(
  url: string,
  { folder }: FetchRequest,
  kept: Map<string, string>,
  { keeper, results, report }: Following,
): Promise<Extract<LoadedReference<Kind>, { state: "failed" }> | undefined> {
  if (kept.has(url) || !isAllowed(url, keeper.hosts)) return undefined;
  const own = new Report();
  const result = results.get(url) ?? (await keeper.keep(url, own));
  // A reference without a copy is a warning at its place, as in the commands that follow it.
  if (result.input === undefined) return { state: "failed", key: url, reason: failureOf(result) };
  report.include(own.diagnostics);
  results.set(url, result);
  keepPath(url, resolve(folder, result.input.file), kept);
  return undefined;
}

function failureOf(kept: Kept): string {
  return kept.state === "failed" ? kept.reason : "";
}

/** References are looked up by their URL in its normal form. */
function keepPath(url: string, path: string, kept: Map<string, string>): void {
  for (const key of [url, new URL(url).href]) kept.set(key, path);
}

function entriesOf(results: ReadonlyMap<string, Kept>): Readonly<Record<string, KeptInput>> {
  const entries = [...results].flatMap(([url, { input }]) => (input === undefined ? [] : [[url, input] as const]));
  return Object.fromEntries(entries);
}

/** The service with these copies, and with others if something failed. */
function withInputs(
  { inputs: before = {}, ...rest }: LockedService,
  reached: Readonly<Record<string, KeptInput>>,
  isWhole: boolean,
): LockedService {
  const inputs = isWhole ? reached : { ...before, ...reached };
  return Object.keys(inputs).length === 0 ? rest : { ...rest, inputs };
}

/** Reports copies of an earlier run that are no longer in the lock file. Nobody else knows whether they are in use. */
async function reportUnused({ locked, name, folder, cwd }: FetchRequest, report: Report): Promise<void> {
  const files = new Set(filesOf((await readLockFile(folder, cwd, new Report())) ?? new Map()));
  for (const { file } of Object.values(locked.inputs ?? {})) {
    const path = pathName(resolve(folder, file), "", cwd);
    if (!files.has(file) && existsSync(resolve(folder, file)))
      report.add("kept-file-unused", { path }, { path, service: name });
  }
}
