import { reasonOf } from "../diagnostics/reason-of.js";
import { decode, guessedText } from "./decode.js";
import type { Candidate, FileCandidate } from "./find-inputs.js";
import type { Io } from "./io.js";
import { sizeLimit } from "./limited-bytes.js";
import { type RemoteFailure, type RemoteInput, remoteInputOf } from "./remote/remote-input.js";

/** The result of reading an input. `guess` is an approximate text for recognizing the kind of an unreadable file. */
export type ReadInput =
  | { readonly state: "text"; readonly text: string }
  | { readonly state: "invalid"; readonly encoding: string; readonly offset: number; readonly guess: string }
  | { readonly state: "tooLarge"; readonly guess: string }
  | RemoteFailure;

/** How URLs are read. */
export interface RemoteAccess {
  /** Hosts from which URLs may be fetched, with their port unless it is the default of the scheme. Default: none. */
  readonly allowRemote?: readonly string[];
  /** Absolute paths of files that are read in the place of URLs. */
  readonly kept?: ReadonlyMap<string, string>;
  /** URLs that are requested with headers or a certificate. */
  readonly remotes?: readonly RemoteInput[];
  /** The service of the config file that the URLs of `remotes` belong to, for messages. */
  readonly service?: string;
  /** The folder that relative inputs and certificate files start from. Default: the working folder. */
  readonly base?: string;
}

/** The number of bytes that suffice to recognize the kind of a file. */
const HEAD = 64 * 1024;

export async function readInput(candidate: Candidate, io: Io, remote: RemoteAccess): Promise<ReadInput> {
  try {
    if (candidate.kind === "file") return await readFile(candidate, io);
    if (candidate.kind === "stdin") return textOf(await io.stdin(sizeLimit + 1));
    return await fetchInput(candidate.name, io, remote);
  } catch (failure) {
    return { state: "unreadable", reason: reasonOf(failure) };
  }
}

/** Fetches the text of a URL. What that needs is imported only now, since most runs read files. */
async function fetchInput(url: string, io: Io, { allowRemote = [], remotes = [], base = io.cwd }: RemoteAccess) {
  const { fetchResource } = await import("./remote/fetch-resource.js");
  const fetched = await fetchResource(
    { ...remoteInputOf(url, remotes), base, ...(io.env !== undefined && { env: io.env }) },
    allowRemote,
  );
  if (fetched.state === "fetched") return textOf(fetched.bytes);
  // A request without an ETag asks for the text itself.
  return fetched.state === "notModified" ? ({ state: "unreadable", reason: "HTTP 304" } as const) : fetched;
}

/**
 * Reads the head of a file, and the rest only after checking the size. That read is limited too, since the file may
 * have grown. Pages are smaller than the head, so each of thousands takes a single call.
 */
async function readFile({ path }: FileCandidate, io: Io): Promise<ReadInput> {
  const head = await headOf(path, io);
  if (head === undefined) return { state: "unreadable", reason: "it no longer exists" };
  if (head.length < HEAD) return textOf(head);
  const found = await io.stat(path);
  if (found === undefined) return { state: "unreadable", reason: "it no longer exists" };
  if (found.size > sizeLimit) return { state: "tooLarge", guess: guessedText(head) };
  return textOf(await io.readFile(path, sizeLimit + 1));
}

async function headOf(path: string, io: Io): Promise<Uint8Array | undefined> {
  try {
    return await io.readFile(path, HEAD);
  } catch (failure) {
    if ((await io.stat(path)) === undefined) return undefined;
    throw failure;
  }
}

/** The text of the bytes of an input. */
export function textOf(bytes: Uint8Array): Extract<ReadInput, { state: "text" | "invalid" | "tooLarge" }> {
  if (bytes.length > sizeLimit) return { state: "tooLarge", guess: guessedText(bytes.subarray(0, HEAD)) };
  const decoded = decode(bytes);
  if (decoded.ok) return { state: "text", text: decoded.text };
  return { state: "invalid", encoding: decoded.encoding, offset: decoded.offset, guess: guessedText(bytes) };
}
