import { nearest } from "../diagnostics/near.js";
import { allPaths, dottedParts, partPaths } from "../edm/find-element.js";
import type { Model } from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";

/** Of a known type, the nearest part; else by the whole name, or by what follows the namespace: people remember names, not namespaces. */
export function nearestName(written: string, model: Model): string | undefined {
  const [dotted] = written.includes("/") ? [] : dottedParts(written, model);
  const name = dotted === undefined ? written : `${dotted.owner}/${dotted.part}`;
  const [owner = "", part] = name.split("/");
  const ofOwner = part === undefined ? undefined : nearestBy(lastOf, part, partPaths(owner, model));
  if (ofOwner !== undefined) return ofOwner;
  const paths = allPaths(model).filter((path) => path.includes("/") === name.includes("/"));
  return (name.includes(".") ? nearest(name, paths) : undefined) ?? nearestBy(shortOf, shortOf(name), paths);
}

function nearestBy(keyOf: (path: string) => string, key: string, paths: readonly string[]): string | undefined {
  const byKey = new Map(paths.toReversed().map((path) => [keyOf(path), path]));
  const near = nearest(key, byKey.keys());
  return near === undefined ? undefined : byKey.get(near);
}

/** `ns.Type/part` → `Type/part` */
function shortOf(path: string): string {
  const [owner = "", ...rest] = path.split("/");
  return [simpleNameOf(owner as QualifiedName), ...rest].join("/");
}

function lastOf(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}
