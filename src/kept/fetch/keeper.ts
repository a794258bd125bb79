import { stat } from "node:fs/promises";
import { normalize, resolve } from "node:path";
import { pathName, withSlashes } from "../../diagnostics/path-name.js";
import type { Sources } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import type { Io } from "../../sources/io.js";
import { fetchResource } from "../../sources/remote/fetch-resource.js";
import { type RemoteFailure, remoteInputOf, withoutCredentials } from "../../sources/remote/remote-input.js";
import { failureText, reportFailure } from "../../sources/remote/report-failure.js";
import { copyState, type CopyState } from "../kept-inputs.js";
import type { KeptInput } from "../locked-service.js";
import { checkedText } from "./checked-text.js";
import { writeCopy } from "./copy-files.js";
import type { FetchedInput, FetchRequest } from "./fetched-input.js";

/** The result for one URL. Without `input` there is no copy, for this reason. */
export type Kept =
  | { readonly state: Exclude<FetchedInput["state"], "failed">; readonly input: KeptInput }
  /** A copy of an earlier run is left as it was. */
  | { readonly state: "failed"; readonly input?: KeptInput; readonly reason: string };

/** Keeps copies of the URLs of one service. */
export class Keeper {
  readonly #request: FetchRequest;
  readonly #io: Io;
  readonly #sources: Sources;
  /** The hosts that requests may be sent to. */
  readonly hosts: readonly string[];

  constructor(request: FetchRequest, io: Io, sources: Sources) {
    this.#request = request;
    this.#io = io;
    this.#sources = sources;
    const hosts = request.remotes.map(({ url }) => new URL(url).host);
    this.hosts = [...new Set([...hosts, ...request.allowRemote])];
  }

  /** Makes sure that there is a copy of a URL. Reports a failure, and a copy that was edited. */
  async keep(url: string, report: Report): Promise<Kept> {
    const { name, remotes, locked, folder, cwd, refresh } = this.#request;
    const { file } = remoteInputOf(
      url,
      remotes.filter((remote) => remote.url === url),
    );
    const wanted = file === undefined ? locked.inputs?.[url]?.file : withSlashes(normalize(file));
    const known = locked.inputs?.[url]?.file === wanted ? locked.inputs?.[url] : undefined;
    const state = known === undefined ? "missing" : await copyState(known, folder);
    if (known !== undefined && !refresh && state !== "missing") {
      const path = pathName(resolve(folder, known.file), "", cwd);
      if (state === "edited") report.add("kept-input-edited", { path }, { path, url, service: name });
      return { state: "kept", input: known };
    }
    return this.#fetch({ url, file: wanted, known, state }, report);
  }

  async #fetch({ url, known, state, ...copy }: Wanted, report: Report): Promise<Kept> {
    const { remotes, folder, cwd, name } = this.#request;
    const { env } = this.#io;
    const etag = state === "kept" ? known?.etag : undefined;
    const input = {
      ...remoteInputOf(url, remotes),
      base: folder,
      ...(env && { env }),
      ...(etag !== undefined && { etag }),
    };
    const fetched = await fetchResource(input, this.hosts);
    if (fetched.state === "notModified" && known !== undefined) return { state: "unchanged", input: known };
    const shown = withoutCredentials(url);
    if (fetched.state !== "fetched") return failed(fetched, { url: shown, known }, report);
    const { bytes } = fetched;
    const extension = await checkedText({ url: shown, bytes }, this.#io, this.#sources, report);
    const written =
      extension === undefined
        ? undefined
        : await writeCopy(
            { ...copy, service: name, url, extension, bytes, etag: fetched.etag },
            { folder, cwd },
            report,
          );
    if (written === undefined) return { state: "failed", ...(known && { input: known }), reason: "it is not CSDL" };
    return { state: changeOf(written, known, state), input: written };
  }

  /** Describes a result. */
  async outcome(url: string, { state, input }: Kept): Promise<FetchedInput> {
    const size = input === undefined ? 0 : await sizeOf(resolve(this.#request.folder, input.file));
    return { url: withoutCredentials(url), state, ...(input && { file: input.file }), size };
  }
}

/** A URL to request. */
interface Wanted {
  readonly url: string;
  readonly file: string | undefined;
  /** The entry of its copy. */
  readonly known: KeptInput | undefined;
  readonly state: CopyState;
}

type NotFetched = RemoteFailure | { readonly state: "notModified" };

function failed(
  failure: NotFetched,
  { url, known }: { readonly url: string; readonly known: KeptInput | undefined },
  report: Report,
): Kept {
  const cause: RemoteFailure = failure.state === "notModified" ? { state: "unreadable", reason: "HTTP 304" } : failure;
  reportFailure(cause, { input: url }, report);
  const reason = cause.state === "refused" ? `its host "${cause.host}" is not allowed` : failureText(cause);
  return { state: "failed", ...(known && { input: known }), reason };
}

function changeOf(written: KeptInput, known: KeptInput | undefined, state: CopyState): "new" | "changed" | "unchanged" {
  if (known === undefined || state === "missing") return "new";
  return written.sha256 === known.sha256 && state === "kept" ? "unchanged" : "changed";
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0; // removed in the meantime
  }
}
