import type { Expression } from "../edm/annotations.js";
import { Core, type Annotated } from "../edm/vocabulary.js";
import { fieldOf, itemsOf, membersOf, stringOf, valueOf } from "./values.js";

/** The revision that deprecates an element. */
export interface Deprecation {
  readonly description?: string;
  /** Schema version, or date, with which it was deprecated. */
  readonly since?: string;
  /** Date when it goes away: Graph's own property of a revision. */
  readonly removal?: string;
}

/** The last revision of an element that deprecates it (Core.Revisions). */
export function deprecationOf(element: Annotated): Deprecation | undefined {
  const revision = itemsOf(valueOf(element, Core.Revisions))?.findLast(deprecates);
  if (revision === undefined) return undefined;
  const description = stringOf(fieldOf(revision, "Description"));
  const since = dateOf(revision, "Date") ?? stringOf(fieldOf(revision, "Version"));
  const removal = dateOf(revision, "RemovalDate");
  return {
    ...(description !== undefined && { description }),
    ...(since !== undefined && { since }),
    ...(removal !== undefined && { removal }),
  };
}

function deprecates(revision: Expression): boolean {
  const kinds = membersOf(fieldOf(revision, "Kind")) ?? [];
  // 2 is the number of the member (Core.RevisionKind).
  return kinds.includes("Deprecated") || kinds.includes("2");
}

function dateOf(revision: Expression, name: string): string | undefined {
  const value = fieldOf(revision, name);
  return value?.kind === "Constant" ? value.value : undefined;
}
