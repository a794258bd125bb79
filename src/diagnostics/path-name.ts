import { isAbsolute, relative, sep } from "node:path";

/** What diagnostics call a path: relative to the working folder below it, elsewhere relative or absolute as the user gave it. */
export function pathName(path: string, given: string, cwd: string): string {
  const fromCwd = relative(cwd, path);
  const below = fromCwd !== ".." && !fromCwd.startsWith(`..${sep}`) && !isAbsolute(fromCwd);
  return withSlashes(below || !isAbsolute(given) ? fromCwd || "." : path);
}

/** The same on every platform. */
export function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
