/** The fenced code blocks of a page. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced text: `start` and `end` are where its content stands in the page. */
export interface Fence {
  readonly language: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

export interface Block extends Fence {
  readonly line: number;
  /** The fences that follow with nothing but empty lines between, and show what the block gives. */
  readonly results: readonly Fence[];
}

/** The languages of fences that show results; a fence without a language does, too. */
const resultLanguages: ReadonlySet<string> = new Set(["text", "http", ""]);

export function textOf(page: string): string {
  return readFileSync(`${root}${page}`, "utf8");
}

/** The blocks of a page. A result that stands behind no block is a block of its own. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: (Block & { results: Fence[] })[] = [];
  let last = 0; // where the fence before ends
  for (const { index, 0: whole, 1: open = "", 2: language = "", 3: code = "" } of text.matchAll(
    /^(```(\S*)\n)([\s\S]*?)^```$/gm,
  )) {
    const start = index + open.length;
    const fence = { language, code, start, end: start + code.length };
    const before = blocks.at(-1);
    const follows = text.slice(last, index).trim() === "" && before !== undefined;
    if (follows && resultLanguages.has(language) && !resultLanguages.has(before.language))
      before.results.push(fence);
    else blocks.push({ ...fence, line: text.slice(0, index).split("\n").length, results: [] });
    last = index + whole.length;
  }
  return blocks;
}

/** A page with other contents of fences. */
export function withContents(text: string, contents: ReadonlyMap<Fence, string>): string {
  return [...contents]
    .toSorted(([a], [b]) => b.start - a.start)
    .reduce((page, [{ start, end }, content]) => page.slice(0, start) + content + page.slice(end), text);
}

/** The code of the last column of tables whose header calls it `odata-codegen`: a program for each row. */
export function tableProgramsOf(text: string): readonly { readonly line: number; readonly code: string }[] {
  let inTable = false;
  return text.split("\n").flatMap((row, index) => {
    inTable = row.startsWith("|") && (inTable || row.endsWith("| odata-codegen |"));
    const cells = row.split(/(?<!\\)\|/);
    const spans = inTable ? [...(cells.at(-2) ?? "").matchAll(/`([^`]+)`/g)] : [];
    const code = spans.map(([, span = ""]) => span.replaceAll("\\|", "|")).join("\n");
    return code === "" ? [] : [{ line: index + 1, code: `${code}\n` }];
  });
}
