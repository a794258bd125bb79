import { fileHash } from "./content-hash.js";
import type { OutputRequest } from "./output-request.js";
import { unsafePathReason } from "./path-rules.js";

/** Lies in every output folder and says which of its files were generated, so that no other is ever touched. */
export const manifestName = ".odata-codegen.json";

const GENERATOR = "odata-codegen";

/** Path to hash, for every generated file. */
export type FileHashes = ReadonlyMap<string, string>;

/** The manifest of what a request would write; no times and no absolute paths, so that it is the same everywhere. */
export function manifestText({ files, toolVersion, inputsHash }: OutputRequest): string {
  const hashes = files.map((file) => [file.path, fileHash(file)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = {
    generator: GENERATOR,
    version: toolVersion,
    inputs: inputsHash,
    files: Object.fromEntries(hashes),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

export type ParsedManifest =
  { readonly ok: true; readonly files: FileHashes } | { readonly ok: false; readonly reason: string };

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
  return { ok: true, files };
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // JSON.parse is declared to return any
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
