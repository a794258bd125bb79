/** The types of singletons that no request reads, e.g. `/identity`: they only hold what is below them. */
import { sourceIndexOf } from "../../diagnostics/position.js";
import { qualify, type QualifiedName, type SimpleName } from "../../edm/names.js";
import type { Collected } from "../collect.js";
import { GRAPH_NAMESPACE, singularOf } from "../names/type-names.js";
import type { PathNode } from "./path-tree.js";

/** What the names of types for the roots of paths end with: policyRoot, identityContainer, searchEntity. */
const ROOT_ENDINGS = ["Root", "Container", "Entity"];

/**
 * The type by the name of the segment with one of those endings, where a page describes it, else by the file names of the
 * pages below it, which begin with the type (`identitycontainer-list-b2xuserflows`).
 */
export function rootType(node: PathNode, { bySimpleName, byLowerCase, files }: KnownTypes): QualifiedName | undefined {
  const { segment, requests, children } = node;
  if (requests.length > 0 || children.size === 0) return undefined;
  const singular = singularOf(segment);
  const known = ROOT_ENDINGS.flatMap((ending) => bySimpleName.get(`${singular}${ending}`) ?? []);
  if (known[0] !== undefined) return known[0];
  for (const child of children.values()) {
    for (const word of subjectsOf(child, files)) {
      const name = word === child.segment.toLowerCase() ? undefined : nameByFile(word, segment, singular);
      if (name !== undefined) return byLowerCase.get(word) ?? qualify(GRAPH_NAMESPACE, name as SimpleName);
    }
  }
  return undefined;
}

/** Types by their simple names, and the files of pages. */
export interface KnownTypes extends Pick<Collected, "files"> {
  readonly bySimpleName: ReadonlyMap<string, QualifiedName>;
  readonly byLowerCase: ReadonlyMap<string, QualifiedName>;
}

/** The first words of the file names of the pages about a node. */
function subjectsOf({ requests }: PathNode, files: KnownTypes["files"]): readonly string[] {
  return requests.flatMap(({ at }) => /^([a-z\d]+)-/.exec(files.get(sourceIndexOf(at)) ?? "")?.[1] ?? []);
}

/** `identitycontainer` for `identity` → `identityContainer`, `cloudcommunications` for `communications` → `cloudCommunications`. */
function nameByFile(word: string, segment: string, singular: string): string | undefined {
  const ending = ROOT_ENDINGS.find((end) => word === `${singular}${end}`.toLowerCase());
  if (ending !== undefined) return `${singular}${ending}`;
  const before = word.slice(0, -segment.length);
  return before !== "" && word.endsWith(segment.toLowerCase())
    ? `${before}${segment.slice(0, 1).toUpperCase()}${segment.slice(1)}`
    : undefined;
}
