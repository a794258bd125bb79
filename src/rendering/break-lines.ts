import { fitsLine, LINE_WIDTH } from "../code/lines.js";

/** Breaks the long lines of code that was printed with each declaration on one line. */
export function breakLines(code: string, indentation = "\t"): string {
  return code
    .split("\n")
    .map((line) => (fitsLine(line) || /^\s*(?:\/?\*|\/\/)/.test(line) ? line : broken(line, indentation)))
    .join("\n");
}

/** Strings, templates with simple expressions, and comments stay whole. */
const WHOLE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`$\\]|\\.|\$(?!\{)|\$\{[^`{}]*\})*`|\/\*.*?\*\//;
/** What a line can end with. */
const END = /(?:[,|&=+?:]|=>|\bextends) |[(<]/;
const PART = new RegExp(`(?<whole>${WHOLE.source})|(?<end>${END.source})|(?<other>.)`, "g");

function broken(line: string, indentation: string): string {
  const parts = [...line.matchAll(PART)];
  // What is in any other template, or in a regular expression, has to stay as it is.
  if (parts.some(({ groups }) => groups?.["other"] === "`" || groups?.["other"] === "/")) return line;
  const indent = `${/^\s*/.exec(line)?.[0] ?? ""}${indentation}`;
  const lines: string[] = [];
  let current = "";
  for (const piece of piecesOf(parts)) {
    if (current.trim() !== "" && current.length + piece.trimEnd().length > LINE_WIDTH) {
      lines.push(current.trimEnd());
      current = indent;
    }
    current += piece;
  }
  return [...lines, current].join("\n");
}

/** The texts between two places where a line can end. */
function piecesOf(parts: readonly RegExpExecArray[]): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { 0: part, groups } of parts) {
    piece += part;
    if (groups?.["end"] === undefined) continue;
    pieces.push(piece);
    piece = "";
  }
  return [...pieces, piece];
}
