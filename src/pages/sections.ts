/** Builds a page of its headings: nests the sections and collects what is looked up across all of them. */
import { headingKey, isExample, isHttpRequest, isPermissions } from "./headings.js";
import { includesOf } from "./inline-text.js";
import type { Block, Metadata, Page, Paragraph, Section } from "./page.js";

/** A heading with the blocks that follow it, up to the next heading. */
export interface Heading {
  readonly title: string;
  readonly at: number;
  /** 1 for `#`, 2 for `##`; 0 for the text above the first heading. */
  readonly level: number;
  readonly blocks: readonly Block[];
}

export function pageOf(
  top: Pick<Page, "format" | "title" | "titleAt" | "frontMatter" | "definitions">,
  headings: readonly Heading[],
): Page {
  const sections = sectionsOf(headings);
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  return {
    ...top,
    sections,
    paragraphs,
    intro: sections.filter(({ at }) => at <= top.titleAt).flatMap((section) => section.paragraphs),
    metadata: sections.flatMap(({ blocks }) => blocks.filter((block): block is Metadata => block.kind === "Metadata")),
    includes: paragraphs.flatMap(includesOf),
  };
}

/** Gives every heading the headings above it. Pages skip levels (2 to 5), so only their order counts. */
function sectionsOf(headings: readonly Heading[]): readonly Section[] {
  const open: { readonly level: number; readonly section: Section }[] = [];
  return headings.map((heading) => {
    const { level } = heading;
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 0) open.pop();
    const section = sectionBelow(open.at(-1)?.section, heading);
    if (level > 0) open.push({ level, section });
    return section;
  });
}

function sectionBelow(above: Section | undefined, { title, at, blocks }: Heading): Section {
  const heading = headingKey(title);
  return {
    title,
    heading,
    at,
    ancestors: above === undefined ? [] : [...above.ancestors, above.heading],
    blocks,
    paragraphs: blocks.filter((block): block is Paragraph => block.kind === "Paragraph"),
    inExample: above?.inExample === true || isExample(heading),
    inPermissions: above?.inPermissions === true || isPermissions(heading),
    inHttpRequest: above?.inHttpRequest === true || isHttpRequest(heading),
  };
}
