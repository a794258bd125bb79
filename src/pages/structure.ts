/** A page of its headings, with what is looked for in all of its sections. */
import { sectionsOf, type Heading } from "./headings.js";
import { includesOf } from "./inline-text.js";
import type { Include, Metadata, Page, Paragraph } from "./page.js";

export function structuredPage(
  top: Pick<Page, "front" | "title" | "titleAt" | "frontMatter" | "definitions">,
  headings: readonly Heading[],
): Page {
  const sections = sectionsOf(headings);
  const paragraphs: Paragraph[] = [];
  const intro: Paragraph[] = [];
  const metadata: Metadata[] = [];
  const includes: Include[] = [];
  for (const { at, blocks } of sections) {
    for (const block of blocks) {
      if (block.kind === "Paragraph") {
        paragraphs.push(block);
        if (at <= top.titleAt) intro.push(block);
        includes.push(...includesOf(block));
      } else if (block.kind === "Metadata") metadata.push(block);
    }
  }
  return { ...top, sections, paragraphs, intro, metadata, includes };
}
