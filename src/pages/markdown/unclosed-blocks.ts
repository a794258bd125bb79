/** A fence or comment that is not closed. */
export interface UnclosedBlock {
  /** Offset where it is taken to end. */
  readonly end: number;
  /** Offset of the line that opens it. */
  readonly opener: number;
  readonly what: "fence" | "comment";
}

interface Fence {
  readonly at: number;
  readonly mark: string;
}

/**
 * Finds the fences and comments that are not closed. Markdown would let them run to the end of the page; here a fence
 * ends at the next line that opens one, or at the next heading, and a comment with metadata at the next fence,
 * heading or comment.
 */
export function unclosedBlocksOf(text: string): readonly UnclosedBlock[] {
  const unclosed: UnclosedBlock[] = [];
  const marks = new RegExp(MARK);
  let fence: Fence | undefined;
  const lastClosing = text.lastIndexOf("-->");
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const { index } = found;
    const [mark] = found;
    const offset = startOfLine(text, index);
    if (offset === undefined) continue;
    if (mark === "<!--") {
      if (fence !== undefined) continue;
      const end = endOfComment(text, offset, lastClosing);
      if (end.open) unclosed.push({ end: end.at, opener: offset, what: "comment" });
      marks.lastIndex = end.open ? end.at : lineEndAfter(text, end.at);
      continue;
    }
    const info = text.slice(index + mark.length, lineEndAfter(text, index));
    if (info.includes("`")) continue;
    if (fence === undefined) fence = { at: offset, mark };
    else if (mark.startsWith(fence.mark)) {
      if (info.trim() === "") fence = undefined;
      else {
        unclosed.push({ end: offset, opener: fence.at, what: "fence" });
        fence = { at: offset, mark };
      }
    }
  }
  if (fence !== undefined) unclosed.push({ end: headingAfter(text, fence.at), opener: fence.at, what: "fence" });
  return unclosed;
}

/** A fence or the start of a comment. */
const MARK = /`{3,}|~{3,}|<!--/g;

/** Offset of the line that a mark starts, behind at most three blanks; undefined when it stands inside a line. */
function startOfLine(text: string, mark: number): number | undefined {
  const start = text.lastIndexOf("\n", mark - 1) + 1;
  return mark - start <= 3 && text.slice(start, mark).trim() === "" ? start : undefined;
}

function headingAfter(text: string, offset: number): number {
  const heading = /^#{1,6} \S/m.exec(text.slice(offset));
  return heading === null ? text.length : offset + heading.index;
}

const AFTER_METADATA = /\n\s{0,3}(?:```|~~~|#{1,6} \S|<!--)/g;

/** Offset of the end of a comment, and whether it ends there for lack of `-->`. */
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
