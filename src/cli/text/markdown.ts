import { printable } from "../../diagnostics/format-text.js";

/** A code span in a table cell. The fence is longer than any run of backticks in the text, and `|` is escaped. */
export function code(text: string): string {
  const shown = printable(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}

/**
 * Text without markup, in a table cell too. GitHub looks for mentions, issues and links after the markup is read, so a
 * space without width breaks those.
 */
export function prose(text: string): string {
  return printable(text)
    .replaceAll(/[\\`*_{}[\]<>()#+!|&~@]/g, (char) => `\\${char}`)
    .replaceAll(/(\\[@#]|\bGH-|:(?=\/\/)|\bwww(?=\.))(?=\S)/gi, "$1&#8203;");
}
