import { fileHash } from "./content-hash.js";
import { isRecord, parsedJson } from "./json-values.js";
import type { OutputRequest } from "./output-request.js";
import { unsafePathReason } from "./path-rules.js";
import { type RunRecord, sealed, unsealed } from "./run-record.js";

/** The file in each output folder that lists its generated files. No other file is ever replaced or removed. */
export const manifestName = ".odata-codegen.json";

const GENERATOR = "odata-codegen";

/** Path → hash of each generated file. */
export type FileHashes = ReadonlyMap<string, string>;

/** The manifest of a request. Without times and absolute paths, so that it is equal on every machine. */
export function manifestText({ files, toolVersion, inputsHash, run }: OutputRequest): string {
  const hashes = files.map((file) => [file.path, fileHash(file)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = {
    generator: GENERATOR,
    version: toolVersion,
    inputs: inputsHash,
    files: Object.fromEntries(hashes),
  };
  const text = JSON.stringify(manifest, undefined, 2);
  // The record is one line at the end, since people do not read it.
  const record = run === undefined ? "" : `,\n  "run": ${JSON.stringify(sealed(run, manifest))}`;
  return `${text.slice(0, -"\n}".length)}${record}\n}\n`;
}

export type ParsedManifest =
  | {
      readonly ok: true;
      readonly files: FileHashes;
      /** The record of the run; undefined if the manifest was edited. */
      readonly run: RunRecord | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Parses a manifest. It decides which files may be removed, so one with a path outside of the folder is refused as a
 * whole.
 */
export function parseManifest(text: string): ParsedManifest {
  const manifest = parsedJson(text);
  if (!isRecord(manifest)) return { ok: false, reason: "it is not a JSON object" };
  if (manifest["generator"] !== GENERATOR) return { ok: false, reason: `its "generator" is not "${GENERATOR}"` };
  if (!isRecord(manifest["files"])) return { ok: false, reason: 'it has no "files"' };
  const files = new Map<string, string>();
  for (const [path, hash] of Object.entries(manifest["files"])) {
    const valid = typeof hash === "string" && unsafePathReason(path) === undefined;
    if (!valid) return { ok: false, reason: `its entry "${path}" is not a path and hash in this folder` };
    files.set(path, hash);
  }
  return { ok: true, files, run: unsealed(manifest) };
}
