import { isAbsolute, relative, sep } from "node:path";

/** A path as diagnostics show it: relative inside the working folder, elsewhere relative or absolute as the user gave it. */
export function pathName(path: string, given: string, cwd: string): string {
  const fromCwd = relative(cwd, path);
  const below = fromCwd !== ".." && !fromCwd.startsWith(`..${sep}`) && !isAbsolute(fromCwd);
  return withSlashes(below || !isAbsolute(given) ? fromCwd || "." : path);
}

/** The path with `/` on every platform. */
export function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
