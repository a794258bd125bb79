/** The tags below the text of a documentation comment: that an element should no longer be used, and where to read on. */
import { deprecationOf } from "../../vocabularies/revisions.js";
import { linksOf } from "../../vocabularies/links.js";
import type { Annotated } from "../../edm/vocabulary.js";
import { sentences, type DocView } from "./doc.js";

/** What the requests behind an element add to its tags. */
interface Further {
  readonly links: readonly string[];
  readonly deprecated: Annotated;
}

const NOTHING: Further = { links: [], deprecated: {} };

/** The comment of an element with its tags, which editors and linters know. */
export function withTags(doc: DocView | null, element: Annotated, further: Further = NOTHING): DocView | null {
  const deprecated = deprecationNoteOf(element) ?? deprecationNoteOf(further.deprecated);
  const links = [...new Set([...linksOf(element), ...further.links])];
  if (deprecated === undefined && links.length === 0) return doc;
  const lines = doc?.partial === "doc-line" ? [doc.text] : doc?.partial === "doc-block" ? doc.lines : [];
  return {
    partial: "doc-tags",
    lines: lines.length === 0 ? [] : [...lines, ""],
    deprecated: deprecated === undefined ? null : { text: deprecated },
    links,
  };
}

/** Why, since when and until when, as far as that is said; undefined where the element is not deprecated. */
export function deprecationNoteOf(element: Annotated): string | undefined {
  const deprecation = deprecationOf(element);
  if (deprecation === undefined) return undefined;
  const { description, since, removal } = deprecation;
  return (
    sentences(
      description,
      since === undefined ? undefined : `Deprecated since ${since}.`,
      removal === undefined ? undefined : `To be removed on ${removal}.`,
    ) ?? ""
  );
}

export function isDeprecated(doc: DocView | null): boolean {
  return doc?.partial === "doc-tags" && doc.deprecated !== null;
}
