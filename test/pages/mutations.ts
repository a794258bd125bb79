import type { Random } from "../support/random.js";

/** Changes a page in one place, as editing and copying do. */
type Mutation = (text: string, random: Random, other: string) => string;

const INSERTED: readonly string[] = [
  "```http\n",
  "```\n",
  "~~~~\n",
  "<!-- {\n",
  "<!--\n",
  "-->\n",
  "|",
  "\\|",
  "||\n",
  "|:---|:---|\n",
  "|a|b|c|d|e|f|\n",
  "## Properties\n",
  "## HTTP request\n",
  "###### \n",
  "---\n",
  "> ",
  "    ",
  "- ",
  "\t",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u2028",
  "\r",
  "\0",
  "[",
  "](",
  "{",
  '"',
  "`",
  "**",
  "<br>",
  "&#0;",
  "&nbsp;",
  "__proto__",
  "constructor",
];

const mutations: readonly Mutation[] = [
  (text, random) =>
    Buffer.from(text)
      .subarray(0, random.below(Buffer.byteLength(text) + 1))
      .toString(),
  (text, random) => withLines(text, (lines) => lines.toSpliced(random.below(lines.length), 1)),
  (text, random) => withLines(text, (lines) => lines.toSpliced(random.below(lines.length), 0, random.pick(lines))),
  (text, random) => withLines(text, (lines) => swapped(lines, random.below(lines.length), random.below(lines.length))),
  (text, random) => insertedAt(text, random.below(text.length + 1), random.pick(INSERTED)),
  (text, random) => insertedAt(text, startOfLine(text, random), random.pick(INSERTED)),
  (text, random) => replacedAt(text, random.below(text.length + 1), String.fromCharCode(32 + random.below(95))),
  (text, random) => replacedAt(text, random.below(text.length + 1), random.pick([..."|`#-<>{}[]\n\\*:"])),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => text.replaceAll("|", "\t|\t"),
  (text, random, other) => text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)),
];

/** A page with one to three changes. */
export function mutated(text: string, random: Random, other: string): string {
  let changed = text;
  for (let left = 1 + random.below(3); left > 0; left--) changed = random.pick(mutations)(changed, random, other);
  return changed;
}

function withLines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split("\n")).join("\n");
}

function swapped(lines: readonly string[], one: number, other: number): readonly string[] {
  return lines.with(one, lines[other] ?? "").with(other, lines[one] ?? "");
}

function insertedAt(text: string, offset: number, inserted: string): string {
  return text.slice(0, offset) + inserted + text.slice(offset);
}

function replacedAt(text: string, offset: number, character: string): string {
  return text.slice(0, offset) + character + text.slice(offset + 1);
}

function startOfLine(text: string, random: Random): number {
  return text.lastIndexOf("\n", random.below(text.length + 1)) + 1;
}
