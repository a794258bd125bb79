import { reasonOf } from "../diagnostics/reason-of.js";
import { decode, guessedText } from "./decode.js";
import type { Candidate, FileCandidate } from "./find-inputs.js";
import type { Io } from "./io.js";
import { sizeLimit } from "./limited-bytes.js";
import { fetchBytes } from "./remote.js";

/** What reading an input gave. A `guess` is enough to tell whether a file found in a folder is meant for us. */
export type ReadInput =
  | { readonly state: "text"; readonly text: string }
  | { readonly state: "invalid"; readonly encoding: string; readonly offset: number; readonly guess: string }
  | { readonly state: "tooLarge"; readonly guess: string }
  | { readonly state: "unreadable"; readonly reason: string }
  | { readonly state: "refused"; readonly host: string };

/** As much of a file that is too large as shows what it is. */
const HEAD = 64 * 1024;

export async function readInput(candidate: Candidate, io: Io, allowRemote: readonly string[]): Promise<ReadInput> {
  try {
    if (candidate.kind === "file") return await readFile(candidate, io);
    if (candidate.kind === "stdin") return textOf(await io.stdin(sizeLimit + 1));
    const fetched = await fetchBytes(candidate.name, allowRemote);
    return fetched.state === "bytes" ? textOf(fetched.bytes) : fetched;
  } catch (failure) {
    return { state: "unreadable", reason: reasonOf(failure) };
  }
}

/**
 * The size is looked at before more than the head is read; the read is limited too, since a file may grow in between.
 * Of a page the head is all, so that one call does for each of thousands.
 */
async function readFile({ path }: FileCandidate, io: Io): Promise<ReadInput> {
  const head = await headOf(path, io);
  if (head === undefined) return { state: "unreadable", reason: "it is gone" };
  if (head.length < HEAD) return textOf(head);
  const found = await io.stat(path);
  if (found === undefined) return { state: "unreadable", reason: "it is gone" };
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

function textOf(bytes: Uint8Array): ReadInput {
  if (bytes.length > sizeLimit) return { state: "tooLarge", guess: guessedText(bytes.subarray(0, HEAD)) };
  const decoded = decode(bytes);
  if (decoded.ok) return { state: "text", text: decoded.text };
  return { state: "invalid", encoding: decoded.encoding, offset: decoded.offset, guess: guessedText(bytes) };
}
