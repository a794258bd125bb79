/** Requests as people write them: `GET /users`, with a key or not, or as a pattern with the method behind it. */
import type { Method } from "../edm/requests.js";
import { fits, fitsName, fitsSegment } from "./glob.js";
import type { PathPattern, PathSegment } from "./pattern.js";

/** Converts `GET /users?$top=1` to the pattern `/users#GET`. Any other text is already one. */
export function requestPattern(text: string): string {
  const [, method = "", path] = /^([A-Za-z]+)\s+(\/[^?]*)/.exec(text.trim()) ?? [];
  return path === undefined ? text.trim() : `${path.trim()}#${method.toUpperCase()}`;
}

/** Whether a pattern matches the path template of a request, and its method. Letter case does not matter. */
export function fitsRequest(
  pattern: PathPattern,
  { method, path }: { readonly method: Method; readonly path: string },
): boolean {
  if (pattern.method !== undefined && pattern.method !== method) return false;
  return fits(pattern.segments, segmentsOf(path), ({ kind }) => kind === "any", fitsOne);
}

/** The segments of a path in lower case, without function parameters. */
function segmentsOf(path: string): readonly string[] {
  return path
    .replaceAll(/\([^()]*\)/g, "")
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "");
}

function fitsOne(part: PathSegment, segment: string): boolean {
  const isKey = /^\{[^{}]*\}$/.test(segment);
  if (part.kind !== "name") return part.kind === "key" && isKey;
  const glob = part.glob.toLowerCase();
  if (isKey) return glob === "*";
  if (glob.includes(".")) return fitsName(glob, segment);
  return fitsSegment(glob, segment.slice(segment.lastIndexOf(".") + 1));
}
