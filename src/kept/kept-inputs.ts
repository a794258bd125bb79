/** The copies of remote inputs that the lock file lists, compared with the files beside it. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Report } from "../diagnostics/report.js";
import { contentHash } from "../output/content-hash.js";
import { failedWith } from "../output/disk/node-files.js";
import type { KeptInput, LockedService } from "./lock-file.js";

/** `edited`: the file differs from what was fetched. */
export type CopyState = "kept" | "edited" | "missing";

/** Compares a copy with the hash in the lock file, which lies in `folder`. Throws if the file cannot be read. */
export async function copyState({ file, sha256 }: KeptInput, folder: string): Promise<CopyState> {
  try {
    return contentHash(await readFile(resolve(folder, file))) === sha256 ? "kept" : "edited";
  } catch (failure) {
    if (failedWith(failure, "ENOENT")) return "missing";
    throw failure;
  }
}

/** A service of the config file, as far as its copies are concerned. */
export interface KeepingService {
  readonly name?: string;
  /** The folder of the config file and the lock file. */
  readonly base: string;
  readonly locked: LockedService;
}

/** The absolute paths of the copies that exist, by URL. Reports one that was edited, which is read nevertheless. */
export async function keptOf(
  { name = "", base, locked }: KeepingService,
  cwd: string,
  report: Report,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const [url, input] of Object.entries(locked.inputs ?? {})) {
    const path = resolve(base, input.file);
    const shown = { path: pathName(path, input.file, cwd) };
    try {
      const state = await copyState(input, base);
      if (state === "edited") report.add("kept-input-edited", shown, { ...shown, url, service: name });
      // References are looked up by their URL in its normal form.
      if (state !== "missing") for (const key of [url, hrefOf(url)]) kept.set(key, path);
    } catch (failure) {
      report.add("input-unreadable", shown, { input: shown.path, reason: reasonOf(failure) });
    }
  }
  return kept;
}

function hrefOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
