import { fileHash } from "./content-hash.js";
import { isRecord, parsedJson } from "./json-values.js";
import type { OutputRequest } from "./output-request.js";
import { unsafePathReason } from "./path-rules.js";
import { type RunRecord, sealed, unsealed } from "./run-record.js";

/** Lies in every output folder and says which of its files were generated, so that no other is ever touched. */
export const manifestName = ".odata-codegen.json";

const GENERATOR = "odata-codegen";

/** Path to hash, for every generated file. */
export type FileHashes = ReadonlyMap<string, string>;

/** The manifest of what a request would write; no times and no absolute paths, so that it is the same everywhere. */
export function manifestText({ files, toolVersion, inputsHash, run }: OutputRequest): string {
  const hashes = files.map((file) => [file.path, fileHash(file)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = {
    generator: GENERATOR,
    version: toolVersion,
    inputs: inputsHash,
    files: Object.fromEntries(hashes),
  };
  const text = JSON.stringify(manifest, undefined, 2);
  // What a run said is for the next run, not for people: one line, after what is for both.
  const record = run === undefined ? "" : `,\n  "run": ${JSON.stringify(sealed(run, manifest))}`;
  return `${text.slice(0, -"\n}".length)}${record}\n}\n`;
}

export type ParsedManifest =
  | {
      readonly ok: true;
      readonly files: FileHashes;
      /** Of a manifest that nobody changed. */
      readonly run: RunRecord | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/** The files a manifest names. It decides what may be removed, so one that names a path outside is refused whole. */
export function parseManifest(text: string): ParsedManifest {
  const manifest = parsedJson(text);
  if (!isRecord(manifest)) return { ok: false, reason: "it is no JSON object" };
  if (manifest["generator"] !== GENERATOR) return { ok: false, reason: `its "generator" is not "${GENERATOR}"` };
  if (!isRecord(manifest["files"])) return { ok: false, reason: 'it has no "files"' };
  const files = new Map<string, string>();
  for (const [path, hash] of Object.entries(manifest["files"])) {
    const ours = typeof hash === "string" && unsafePathReason(path) === undefined;
    if (!ours) return { ok: false, reason: `its entry "${path}" is none of ours` };
    files.set(path, hash);
  }
  return { ok: true, files, run: unsealed(manifest) };
}
