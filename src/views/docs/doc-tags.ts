/** The tags below the text of a documentation comment: `@deprecated` and `@see`. */
import type { Documentation } from "../../facts/documentation.js";
import type { Deprecation } from "../../vocabularies/revisions.js";
import { sentences, wrap, type DocView } from "./doc.js";

/** Tags of an element, and those that the requests behind it add. */
export function withTags(doc: DocView | null, ...tagged: readonly Pick<Documentation, "deprecation" | "links">[]): DocView | null {
  if (tagged.every(({ deprecation, links = [] }) => deprecation === undefined && links.length === 0)) return doc;
  const deprecation = tagged.find((one) => one.deprecation !== undefined)?.deprecation;
  const links = [...new Set(tagged.flatMap((one) => one.links ?? []))];
  const lines = doc?.partial === "doc-line" ? [doc.text] : doc?.partial === "doc-block" ? doc.lines : [];
  return {
    partial: "doc-tags",
    lines: lines.length === 0 ? [] : [...lines, ""],
    deprecated: deprecation === undefined ? null : deprecatedLines(deprecation),
    links,
  };
}

function deprecatedLines(deprecation: Deprecation): { readonly text: string; readonly more: readonly string[] } {
  const [text = "", ...more] = wrap(deprecationNote(deprecation));
  return { text, more };
}

/** Why, since when and until when, as far as that is stated; else empty. */
export function deprecationNote({ description, since, removal }: Deprecation): string {
  const note = sentences(
    description,
    since === undefined ? undefined : `Deprecated since ${since}.`,
    removal === undefined ? undefined : `To be removed on ${removal}.`,
  );
  return note ?? "";
}

export function isDeprecated(doc: DocView | null): boolean {
  return doc?.partial === "doc-tags" && doc.deprecated !== null;
}
