import { isAbsolute, relative, sep } from "node:path";

/** A path as diagnostics show it: relative inside the working folder, elsewhere relative or absolute as the user gave it. */
export function pathName(path: string, given: string, cwd: string): string {
  const fromCwd = relative(cwd, path);
  const below = fromCwd !== ".." && !fromCwd.startsWith(`..${sep}`) && !isAbsolute(fromCwd);
  return withSlashes(below || !isAbsolute(given) ? fromCwd || "." : path);
}

/** The path with `/` in the place of `separator`, by default that of the platform. Elsewhere `\\` is part of a name. */
export function withSlashes(path: string, separator: string = sep): string {
  return separator === "/" ? path : path.replaceAll(separator, "/");
}
