/** A place where a block is cut off because it was never closed, and what it was. */
export interface Cut {
  readonly at: number;
  readonly opener: number;
  readonly what: "fence" | "comment";
}

interface Fence {
  readonly at: number;
  readonly mark: string;
}

/**
 * Finds the fences and comments that a page forgot to close. Markdown lets them run on over
 * everything that follows; a fence ends at the next line that opens one, or at the next heading,
 * and a comment of metadata at the next fence, heading or comment.
 */
export function cutsOf(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  const marks = new RegExp(MARK, "gm");
  let fence: Fence | undefined;
  let heading: number | undefined;
  const lastClosing = text.lastIndexOf("-->");
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const { index: offset } = found;
    const [, mark, info = ""] = found;
    if (fence === undefined) {
      if (mark !== undefined) {
        fence = { at: offset, mark };
        heading = undefined;
      } else if (found[0].endsWith("<!--")) {
        const end = endOfComment(text, offset, lastClosing);
        if (end.open) cuts.push({ at: end.at, opener: offset, what: "comment" });
        marks.lastIndex = end.open ? end.at : lineEndAfter(text, end.at);
      }
    } else if (mark?.startsWith(fence.mark) === true) {
      if (info.trim() === "") fence = undefined;
      else {
        cuts.push({ at: offset, opener: fence.at, what: "fence" });
        fence = { at: offset, mark };
        heading = undefined;
      }
    } else if (found[0].startsWith("#")) heading ??= offset;
  }
  if (fence !== undefined) cuts.push({ at: heading ?? text.length, opener: fence.at, what: "fence" });
  return cuts;
}

/** The starts of lines that open or close something: a fence with what stands behind it, a comment, a heading. */
const MARK = /^[^\S\n]{0,3}(?:(`{3,}|~{3,})[^\S\n]*([^`\n]*)$|<!--)|^#{1,6} \S/;

const AFTER_METADATA = /\n\s{0,3}(?:```|~~~|#{1,6} \S|<!--)/g;

/** Where the comment ends, and whether that is not where it says so. */
function endOfComment(
  text: string,
  start: number,
  lastClosing: number,
): { readonly at: number; readonly open: boolean } {
  const metadata = /^\s*<!--\s*\{/.test(text.slice(start, start + 200));
  if (!metadata && start < lastClosing) return { at: text.indexOf("-->", start) + 3, open: false };
  AFTER_METADATA.lastIndex = start;
  const next = AFTER_METADATA.exec(text);
  const limit = next === null ? text.length : next.index + 1;
  const closing = text.slice(start, limit).indexOf("-->");
  return closing === -1 ? { at: limit, open: true } : { at: start + closing + 3, open: false };
}

function lineEndAfter(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  return found === -1 ? text.length : found + 1;
}
