import { dirname, isAbsolute, relative, sep } from "node:path";
import type { Sources } from "../diagnostics/position.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Candidate } from "./find-inputs.js";
import { foreignName } from "./foreign/foreign.js";
import { type Io, shownPath } from "./io.js";
import { sizeLimitText } from "./limited-bytes.js";
import type { LoadedSource } from "./load-sources.js";
import { type ReadInput, readInput, type RemoteAccess } from "./read-input.js";
import { type Origin, type ReferenceTarget, referenceTarget } from "./reference-target.js";
import { withoutCredentials } from "./remote/remote-input.js";
import { failureText } from "./remote/report-failure.js";

export interface ReferenceOptions<Kind extends string> extends RemoteAccess {
  readonly recognize: (text: string) => Kind | undefined;
  readonly sources: Sources;
}

/** The result of following a reference. `key` is equal for references to the same text. */
export type LoadedReference<Kind extends string> =
  | { readonly state: "loaded"; readonly key: string; readonly loaded: LoadedSource<Kind> }
  /** The text was loaded before, as an input or by another reference. */
  | { readonly state: "known"; readonly key: string }
  | { readonly state: "failed"; readonly key: string; readonly reason: string }
  | { readonly state: "refused"; readonly key: string; readonly host: string };

/** A reference that was followed and its outcome, so that a later run can follow it again and compare. */
export interface ReferenceUse {
  readonly uri: string;
  /** The index of the source that contains the reference. */
  readonly from: number;
  readonly isRemote: boolean;
  /** `loaded`, `known`, or the reason why it was not loaded. */
  readonly outcome: string;
}

type Failure =
  { readonly state: "failed"; readonly reason: string } | { readonly state: "refused"; readonly host: string };

/**
 * Loads referenced documents, each text once. Reads files only below the folders of the inputs, with links resolved,
 * and URLs only on allowed hosts or from kept copies. Other targets are not accessed at all.
 */
export class ReferenceLoader<Kind extends string> {
  readonly #io: Io;
  readonly #options: ReferenceOptions<Kind>;
  readonly #inputs: readonly LoadedSource<Kind>[];
  #folders: ReadonlySet<string> | undefined;
  readonly #known = new Set<string>();
  readonly #failures = new Map<string, Failure>();
  readonly #uses: ReferenceUse[] = [];

  constructor(inputs: readonly LoadedSource<Kind>[], io: Io, options: ReferenceOptions<Kind>) {
    this.#io = io;
    this.#options = options;
    this.#inputs = inputs;
    for (const input of inputs) this.#known.add(identityOf(input));
  }

  /** All references followed so far. */
  get uses(): readonly ReferenceUse[] {
    return this.#uses;
  }

  async load(uri: string, from: LoadedSource<Kind>): Promise<LoadedReference<Kind>> {
    const target = referenceTarget(uri, from);
    const result = await this.#load(uri, target, from);
    const isRemote = target.kind === "url" && this.#options.kept?.has(target.url) !== true;
    this.#uses.push({ uri, from: from.source.index, isRemote, outcome: outcomeOf(result) });
    return result;
  }

  async #load(uri: string, target: ReferenceTarget, from: LoadedSource<Kind>): Promise<LoadedReference<Kind>> {
    if (target.kind === "none") return { state: "failed", key: uri, reason: target.reason };
    const key = target.kind === "file" ? target.path : target.url;
    const failure = this.#failures.get(key);
    if (failure !== undefined) return { key, ...failure };
    const result = await this.#read(target, from);
    if (result.state === "failed" || result.state === "refused") this.#failures.set(key, result);
    return { key, ...result };
  }

  async #read(target: Exclude<ReferenceTarget, { kind: "none" }>, from: LoadedSource<Kind>) {
    try {
      return target.kind === "file" ? await this.#file(target.path, from) : await this.#url(target.url);
    } catch (cause) {
      return failed(reasonOf(cause));
    }
  }

  async #file(path: string, from: LoadedSource<Kind>) {
    if (!this.#isInside(path)) return failed("it is outside of the input folders");
    const found = await this.#io.stat(path);
    if (found === undefined) return failed("the file does not exist");
    if (found.kind !== "file") return failed("it is not a file");
    const realPath = await this.#io.realPath(path);
    if (!this.#isInside(realPath)) return failed("it is a link to a file outside of the input folders");
    const name = shownPath(path, from.source.name, this.#io);
    return this.#text({ kind: "file", key: path, name, path, realPath, named: true, groups: [] }, name, {
      path,
      realPath,
    });
  }

  async #url(url: string) {
    const path = this.#options.kept?.get(url);
    if (path !== undefined) return this.#copy(path, url);
    return this.#text({ kind: "url", key: url, name: url, named: true, groups: [] }, withoutCredentials(url), { url });
  }

  /** Reads the kept copy of a URL. */
  async #copy(path: string, url: string) {
    if ((await this.#io.stat(path))?.kind !== "file") return failed("its kept copy does not exist");
    const realPath = await this.#io.realPath(path);
    const name = shownPath(path, path, this.#io);
    const origin = { path, realPath, url };
    return this.#text({ kind: "file", key: path, name, path, realPath, named: true, groups: [] }, name, origin);
  }

  async #text(candidate: Candidate, name: string, origin: Origin & { readonly realPath?: string }) {
    const identity = identityOf(origin);
    if (this.#known.has(identity)) return { state: "known" } as const;
    const { recognize, sources, ...remote } = this.#options;
    const read = await readInput(candidate, this.#io, remote);
    if (read.state !== "text") return failureOf(read);
    const kind = recognize(read.text);
    if (kind === undefined) return failed(await notCsdl(read.text));
    this.#known.add(identity);
    return { state: "loaded", loaded: { source: sources.add(name, read.text), kind, ...origin } } as const;
  }

  #isInside(path: string): boolean {
    // Computed at the first reference to a file: inputs of thousands of pages have none.
    this.#folders ??= foldersOf(this.#inputs);
    return [...this.#folders].some((folder) => {
      const below = relative(folder, path);
      return below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
    });
  }
}

function foldersOf(inputs: readonly LoadedSource<string>[]): ReadonlySet<string> {
  const paths = inputs.flatMap(({ path, realPath }) => [path, realPath]);
  return new Set(paths.flatMap((path) => (path === undefined ? [] : dirname(path))));
}

function outcomeOf(result: LoadedReference<string>): string {
  if (result.state === "failed") return result.reason;
  return result.state === "refused" ? result.host : result.state;
}

function identityOf({ realPath, url }: { readonly realPath?: string; readonly url?: string }): string {
  return realPath ?? url ?? "";
}

function failureOf(read: Exclude<ReadInput, { state: "text" }>): Failure {
  switch (read.state) {
    case "refused":
      return { state: "refused", host: read.host };
    case "invalid":
      return failed(`it is not valid ${read.encoding} text`);
    case "tooLarge":
      return failed(`it is larger than ${sizeLimitText}`);
    default:
      return failed(failureText(read));
  }
}

/** Why a text is not CSDL. */
async function notCsdl(text: string): Promise<string> {
  const { foreignOf } = await import("./foreign/recognize-foreign.js");
  const foreign = foreignOf(text);
  return foreign === undefined ? "it is not CSDL" : `it is ${foreignName(foreign)}`;
}

function failed(reason: string): Failure {
  return { state: "failed", reason };
}
