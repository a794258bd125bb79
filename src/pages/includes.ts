/** Files that a page includes: what they say is read as if it stood on the page, at its place in the file. */
import type { Source } from "../diagnostics/position.js";
import { includesOf } from "./inline-text.js";
import { readMarkdown } from "./markdown/markdown-front.js";
import type { Paragraph } from "./page.js";
import type { Reading } from "./reading.js";
import { tablesOf } from "./tables/table-roles.js";

/** Finds the file that a text includes, by the target as written; undefined when it is not among the inputs. */
export type FindInclude = (target: string, from: Source) => Source | undefined;

/** The files that paragraphs include, and those that these include; each once, so that circles end. */
export function includedReadings(reading: Reading, paragraphs: readonly Paragraph[]): readonly Reading[] {
  if (reading.page.includes.length === 0) return [];
  const found = new Map<number, Reading>([[reading.source.index, reading]]);
  const pending: { readonly from: Reading; readonly paragraphs: readonly Paragraph[] }[] = [
    { from: reading, paragraphs },
  ];
  // The list grows while it is walked.
  for (const { from, paragraphs: texts } of pending) {
    for (const { target } of texts.flatMap(includesOf)) {
      const source = reading.findInclude?.(target, from.source);
      if (source === undefined || found.has(source.index)) continue;
      const included = includedReading(reading, source);
      found.set(source.index, included);
      pending.push({ from: included, paragraphs: included.page.paragraphs });
    }
  }
  return [...found.values()].slice(1);
}

function includedReading(reading: Reading, source: Source): Reading {
  const page = readMarkdown(source, reading.report);
  return { ...reading, source, page, tables: tablesOf(page.sections) };
}
