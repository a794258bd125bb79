import type { Report } from "../diagnostics/report.js";
import type { OutputFile } from "./output-request.js";

/** The longest file name in bytes. File systems allow 255; editors and other tools write files with longer names beside it. */
const MAX_SEGMENT_BYTES = 200;

/** Reserved names of Windows, in any case and with any extension. */
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i;

/** Characters that Windows forbids in names, except `/`, which separates segments. */
// oxlint-disable-next-line no-control-regex -- matches control characters on purpose
const forbiddenCharacter = /[\u0000-\u001f\u007f<>:"|?*\\]/;

/**
 * The reason why a path is not valid for a file in a folder on every system, as the end of a sentence; undefined if it
 * is.
 */
export function unsafePathReason(path: string): string | undefined {
  if (forbiddenCharacter.test(path)) return "has a character that is not allowed in file names";
  for (const segment of path.split("/")) {
    const reason = unsafeSegmentReason(segment);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function unsafeSegmentReason(segment: string): string | undefined {
  if (segment === "") return "has an empty segment";
  if (segment.startsWith(".")) return "has a segment that starts with a dot";
  if (/[. ]$/.test(segment)) return "has a segment that ends with a dot or a space";
  if (deviceName.test(segment)) return "has a device name of Windows";
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return `has a segment longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}

/** Reports paths that are not valid on every system, or that collide with others. */
export function checkPaths(files: readonly OutputFile[], folder: string, report: Report): void {
  const refuse = (path: string, reason: string) =>
    report.add("output-path-unsafe", { path: `${folder}/${path}` }, { path, reason });
  const taken = new Map<string, string>();
  for (const { path } of files) {
    const key = foldedPath(path);
    const other = taken.get(key);
    const reason =
      unsafePathReason(path) ?? (other === undefined ? undefined : `collides with "${other}" (ignoring letter case)`);
    if (reason !== undefined) refuse(path, reason);
    taken.set(key, path);
  }
  for (const { path } of files) {
    const file = foldersAbove(path).find((above) => taken.has(foldedPath(above)));
    if (file !== undefined) refuse(path, `is below the file "${file}"`);
  }
}

/** A key that is equal for paths which some file systems do not distinguish. */
function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** The folders above a file: `a` and `a/b` for `a/b/c.ts`. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join("/"));
}
