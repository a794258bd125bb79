/** Adds members to JSON files that people keep, without touching the rest of the text. */
import { applyEdits, modify } from "jsonc-parser";

/** The text with a value at a path. Keeps comments, the order of keys, line ends and the final newline. */
export function withMember(text: string, path: readonly string[], value: unknown): string {
  const formattingOptions = { ...indentationOf(text), eol: text.includes("\r\n") ? "\r\n" : "\n" };
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }));
}

function indentationOf(text: string): { readonly insertSpaces: boolean; readonly tabSize: number } {
  const indentation = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  return indentation.startsWith("\t")
    ? { insertSpaces: false, tabSize: 1 }
    : { insertSpaces: true, tabSize: indentation.length };
}
