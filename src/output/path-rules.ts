import type { Report } from "../diagnostics/report.js";
import type { OutputFile } from "./output-request.js";

/** Common file systems end a name at 255 bytes; temporary names beside it need some of them. */
const MAX_SEGMENT_BYTES = 200;

/** Windows opens the device whatever the case and the extension. */
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i;

/** What Windows allows in no name; `/` separates segments and is not among them. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const forbiddenCharacter = /[\u0000-\u001f\u007f<>:"|?*\\]/;

/** Why a path cannot be a file inside a folder on every system, as the end of a sentence about it; undefined when it can. */
export function unsafePathReason(path: string): string | undefined {
  if (forbiddenCharacter.test(path)) return "holds a character that file names cannot have";
  for (const segment of path.split("/")) {
    const reason = unsafeSegmentReason(segment);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function unsafeSegmentReason(segment: string): string | undefined {
  if (segment === "") return "has an empty segment";
  if (segment.startsWith(".")) return "has a segment that begins with a dot";
  if (/[. ]$/.test(segment)) return "has a segment that ends in a dot or a blank";
  if (deviceName.test(segment)) return "names a device of Windows";
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return `has a segment longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}

/** Reports every path that some system could not hold inside the folder, or not beside the others. */
export function checkPaths(files: readonly OutputFile[], folder: string, report: Report): void {
  const refuse = (path: string, reason: string) =>
    report.add("output-path-unsafe", { path: `${folder}/${path}` }, { path, reason });
  const taken = new Map<string, string>();
  for (const { path } of files) {
    const key = foldedPath(path);
    const other = taken.get(key);
    const reason =
      unsafePathReason(path) ?? (other === undefined ? undefined : `differs from "${other}" in case at most`);
    if (reason !== undefined) refuse(path, reason);
    taken.set(key, path);
  }
  for (const { path } of files) {
    const file = foldersAbove(path).find((above) => taken.has(foldedPath(above)));
    if (file !== undefined) refuse(path, `goes through the file "${file}"`);
  }
}

/** Two paths that some file system takes for one. */
function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** `a/b/c.ts` lies in `a` and `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join("/"));
}
