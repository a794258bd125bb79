import { fileHash } from "./content-hash.js";
import { isRecord, parsedJson } from "./json-values.js";
import type { OutputRequest } from "./output-request.js";
import { unsafePathReason } from "./path-rules.js";

/** The file in each output folder that lists its generated files. No other file is ever replaced or removed. */
export const manifestName = ".odata-codegen.json";

const GENERATOR = "odata-codegen";

/** Path → hash of each generated file. */
export type FileHashes = ReadonlyMap<string, string>;

/** The manifest of a request: nothing that depends on the names of inputs or on times, so that it is equal on every machine. */
export function manifestText({ files, toolVersion }: OutputRequest): string {
  const hashes = files.map((file) => [file.path, fileHash(file)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = { generator: GENERATOR, version: toolVersion, files: Object.fromEntries(hashes) };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

export type ParsedManifest =
  { readonly ok: true; readonly files: FileHashes } | { readonly ok: false; readonly reason: string };

/**
 * Parses a manifest. It decides which files may be removed, so one with a path outside of the folder is refused as a
 * whole. Further members, which earlier versions wrote, are ignored.
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
  return { ok: true, files };
}

/**
 * The files that a text lists which is no valid manifest any more, such as one with conflict marks: each line that is an
 * entry. Of several with one path the last counts.
 */
export function pathsIn(text: string): FileHashes {
  const entries = [...text.matchAll(/^\s*("(?:[^"\\]|\\.)+"): "([0-9a-f]{64})",?\r?$/gm)];
  const files = entries.map(([, path = "", hash = ""]) => [parsedJson(path), hash] as const);
  return new Map(files.flatMap(([path, hash]) => (typeof path === "string" && isSafe(path) ? [[path, hash]] : [])));
}

function isSafe(path: string): boolean {
  return unsafePathReason(path) === undefined;
}
