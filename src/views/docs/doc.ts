/** The text of documentation comments; templates print it line by line. */
import { Core, textOf } from "../../edm/vocabulary.js";
import type { Declared } from "../../edm/elements.js";

/** Which partial prints it, and its lines. */
export type DocView =
  | { readonly partial: "doc-line"; readonly text: string }
  | { readonly partial: "doc-block"; readonly lines: readonly string[] }
  | {
      readonly partial: "doc-tags";
      readonly lines: readonly string[];
      /** Why; there may be nothing to say. */
      readonly deprecated: { readonly text: string } | null;
      readonly links: readonly string[];
    };

const WIDTH = 100;

/** A comment of these paragraphs; empty ones are left out. A paragraph that starts with `- ` is a list item. */
export function docOf(...paragraphs: readonly (string | undefined)[]): DocView | null {
  if (paragraphs.every((paragraph) => paragraph === undefined)) return null; // as of most elements
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

function wrap(paragraph: string): readonly string[] {
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

/** What an element says of itself: in short, then at length. */
export function descriptionOf(element: Pick<Declared, "annotations">): string | undefined {
  if (element.annotations === undefined) return undefined;
  const short = textOf(element, Core.Description);
  const long = textOf(element, Core.LongDescription);
  if (short === undefined || long === undefined || long.startsWith(short)) return long ?? short;
  return `${short}\n\n${long}`;
}

/** Sentences one after the other; one that ends without a full stop gets it where another follows. */
export function sentences(...said: readonly (string | undefined)[]): string | undefined {
  if (said.every((sentence) => sentence === undefined)) return undefined;
  const filled = said.flatMap((sentence) => (sentence === undefined ? [] : [sentence.trim()]));
  const last = filled.length - 1;
  const text = filled
    .map((sentence, index) => (index < last && /[\p{L}\p{N})`"']$/u.test(sentence) ? `${sentence}.` : sentence))
    .join(" ");
  return text === "" ? undefined : text;
}
