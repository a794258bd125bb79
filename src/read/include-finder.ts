import { posix } from "node:path";
import type { Source } from "../diagnostics/position.js";
import { withSlashes } from "../diagnostics/path-name.js";
import type { FindInclude } from "../pages/page-context.js";
import type { LoadedSource } from "../sources/load-sources.js";

/**
 * Finds included files among the loaded texts, relative to the text that includes them. Reads no other file: a page
 * cannot include what the user did not name.
 */
export function includeFinder(loaded: readonly LoadedSource<string>[]): FindInclude {
  const paths = new Map<number, string>();
  const byPath = new Map<string, Source>();
  for (const { source, kind, path, linkedOut } of loaded) {
    if (path === undefined || (kind !== "include" && kind !== "page")) continue;
    const name = withSlashes(path);
    paths.set(source.index, name);
    if (kind === "include" && linkedOut !== true) byPath.set(name, source);
  }
  return (target, from) => {
    const path = paths.get(from.index);
    if (path === undefined || /^(?:[a-z]+:|\/|~)/i.test(target)) return undefined;
    return byPath.get(posix.join(posix.dirname(path), target.replace(/[?#].*$/, "")));
  };
}
