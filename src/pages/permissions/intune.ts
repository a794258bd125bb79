import type { Page } from "../page.js";

/**
 * Whether a page is made by Intune's generator, whose columns of permissions say "from least to most privileged"
 * and before that said the reverse of the same lists: their order means nothing.
 */
export function isIntunePage({ sections }: Page): boolean {
  return (
    sections.some(({ heading }) => heading === "prerequisites") ||
    sections
      .slice(0, 2)
      .flatMap(({ paragraphs }) => paragraphs)
      .some(({ text }) => /Microsoft Graph API for Intune\b/.test(text))
  );
}
