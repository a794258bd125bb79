import { deprecationOf } from "../edm/vocabularies/revisions.js";
import type { Annotated } from "../edm/vocabulary.js";
import { sentences, type DocView } from "./doc.js";

/** The comment of an element, with the tag that editors and linters know when it should no longer be used. */
export function withDeprecation(doc: DocView | null, element: Annotated): DocView | null {
  const text = deprecationNoteOf(element);
  if (text === undefined) return doc;
  const lines = doc?.partial === "doc-line" ? [doc.text] : doc?.partial === "doc-block" ? doc.lines : [];
  return { partial: "doc-deprecated", lines: lines.length === 0 ? [] : [...lines, ""], text };
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
