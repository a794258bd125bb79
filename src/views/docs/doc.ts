/** The text of documentation comments; templates print it line by line. */

/** The partial that prints it, and its lines. */
export type DocView =
  | { readonly partial: "doc-line"; readonly text: string }
  | { readonly partial: "doc-block"; readonly lines: readonly string[] }
  | {
      readonly partial: "doc-tags";
      readonly lines: readonly string[];
      /** Why, in lines of which the first may be empty. */
      readonly deprecated: { readonly text: string; readonly more: readonly string[] } | null;
      readonly links: readonly string[];
    };

const WIDTH = 100;

/** A comment of these paragraphs; empty ones are left out. A paragraph that starts with `- ` is a list item. */
export function docOf(...paragraphs: readonly (string | undefined)[]): DocView | null {
  const filled = paragraphs.flatMap((paragraph) =>
    paragraph === undefined || paragraph.trim() === "" ? [] : [paragraph],
  );
  const [only, ...more] = filled;
  if (only === undefined) return null;
  if (more.length === 0) {
    const wrapped = wrap(only);
    if (wrapped.length === 1) return { partial: "doc-line", text: wrapped[0] ?? "" };
  }
  return { partial: "doc-block", lines: filled.flatMap((paragraph, index) => separated(filled[index - 1], paragraph)) };
}

function separated(previous: string | undefined, paragraph: string): readonly string[] {
  const apart = previous !== undefined && !(isItem(paragraph) && (isItem(previous) || previous.endsWith(":")));
  return apart ? ["", ...wrap(paragraph)] : wrap(paragraph);
}

function isItem(paragraph: string): boolean {
  return paragraph.startsWith("- ");
}

/** Breaks a paragraph into lines. */
export function wrap(paragraph: string): readonly string[] {
  if (paragraph.length <= WIDTH && !/^\s|\s$|\s\s|[^\S ]/.test(paragraph)) return [paragraph];
  const indent = isItem(paragraph) ? "  " : "";
  return paragraph
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => wrapLine(line.replace(/\s+/g, " ").trim(), indent))
    .filter((line, index, lines) => line !== "" || lines[index - 1] !== "");
}

function wrapLine(line: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = `${indent}${word}`;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

/** Joins sentences; a full stop is added where one is missing between two. */
export function sentences(...parts: readonly (string | undefined)[]): string | undefined {
  const filled = parts.flatMap((sentence) => (sentence === undefined ? [] : [sentence.trim()]));
  const last = filled.length - 1;
  const text = filled
    .map((sentence, index) => (index < last && /[\p{L}\p{N})`"']$/u.test(sentence) ? `${sentence}.` : sentence))
    .join(" ");
  return text === "" ? undefined : text;
}
