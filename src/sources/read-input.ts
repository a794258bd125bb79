import { reasonOf } from "../diagnostics/reason-of.js";
import { decode, guessedText } from "./decode.js";
import type { Candidate, FileCandidate } from "./find-inputs.js";
import type { Io } from "./io.js";
import { sizeLimit } from "./limited-bytes.js";
import { fetchBytes } from "./remote.js";

/** The result of reading an input. `guess` is an approximate text for recognizing the kind of an unreadable file. */
export type ReadInput =
  | { readonly state: "text"; readonly text: string }
  | { readonly state: "invalid"; readonly encoding: string; readonly offset: number; readonly guess: string }
  | { readonly state: "tooLarge"; readonly guess: string }
  | { readonly state: "unreadable"; readonly reason: string }
  | { readonly state: "refused"; readonly host: string; readonly url?: string };

/** The number of bytes that suffice to recognize the kind of a file. */
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

function textOf(bytes: Uint8Array): ReadInput {
  if (bytes.length > sizeLimit) return { state: "tooLarge", guess: guessedText(bytes.subarray(0, HEAD)) };
  const decoded = decode(bytes);
  if (decoded.ok) return { state: "text", text: decoded.text };
  return { state: "invalid", encoding: decoded.encoding, offset: decoded.offset, guess: guessedText(bytes) };
}
