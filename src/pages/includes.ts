import type { Source } from "../diagnostics/position.js";
import { includesOf } from "./inline-text.js";
import { readMarkdown } from "./markdown/read-markdown.js";
import type { Paragraph } from "./page.js";
import type { PageContext } from "./page-context.js";
import { tablesOf } from "./tables/table-roles.js";

/**
 * Reads the files that paragraphs include, and those that these include in turn. Each file is read once, so that
 * files that include each other end.
 */
export function includedPages(context: PageContext, paragraphs: readonly Paragraph[]): readonly PageContext[] {
  if (context.page.includes.length === 0) return [];
  const found = new Map<number, PageContext>([[context.source.index, context]]);
  const pending: { readonly from: PageContext; readonly paragraphs: readonly Paragraph[] }[] = [
    { from: context, paragraphs },
  ];
  // The list grows while it is walked.
  for (const { from, paragraphs: texts } of pending) {
    for (const { target } of texts.flatMap(includesOf)) {
      const source = context.findInclude?.(target, from.source);
      if (source === undefined || found.has(source.index)) continue;
      const included = includedPage(context, source);
      found.set(source.index, included);
      pending.push({ from: included, paragraphs: included.page.paragraphs });
    }
  }
  return [...found.values()].slice(1);
}

function includedPage(context: PageContext, source: Source): PageContext {
  const page = readMarkdown(source, context.report);
  return { ...context, source, page, tables: tablesOf(page.sections) };
}
