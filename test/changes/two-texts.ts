import type { Changes } from "../../src/changes/change.js";
import { diff, type DiffRequest, type DiffResult } from "../../src/diff.js";
import { load } from "../../src/read/read.js";
import { nodeIo } from "../../src/sources/node-io.js";

/** A disk that holds nothing: the text comes from the standard input. */
function ioOf(text: string) {
  return { ...nodeIo("/"), stdin: () => Promise.resolve(Buffer.from(text)) };
}

/** Compares two texts, each a service. */
export async function diffTexts(
  before: string,
  after: string,
  options: Partial<DiffRequest> = {},
): Promise<DiffResult> {
  const old = await load({ inputs: ["-"] }, ioOf(before));
  const now = await load({ inputs: ["-"] }, ioOf(after), old);
  return diff({ ...options, old: ["-"], new: ["-"] }, ioOf(""), { loaded: { old, new: now } });
}

/** What changed, where both texts are without errors. */
export async function changesOf(
  before: string,
  after: string,
  options: Partial<DiffRequest> = {},
): Promise<Changes | undefined> {
  const { changes, report } = await diffTexts(before, after, options);
  return report.failed ? undefined : changes;
}
