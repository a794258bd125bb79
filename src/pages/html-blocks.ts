/** Blocks of HTML in markdown (CommonMark 0.31.2 §4.6): what looks like markdown inside them is none. */

/** By how the first line starts, and by what the last one holds. */
interface HtmlBlock {
  readonly start: string;
  readonly end: string;
}

const TAGS =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|" +
  "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|" +
  "menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|" +
  "tr|track|ul";
const VERBATIM = ["script", "pre", "style", "textarea"];
const BLANK_LINE = String.raw`\n *(?=\n)`;

/** Those that end a paragraph above them, too. */
const INTERRUPTING: readonly HtmlBlock[] = [
  ...VERBATIM.map((tag) => ({ start: String.raw`<${tag}(?:[\s>]|$)`, end: `</${tag}>` })),
  { start: "<!--", end: "-->" },
  { start: String.raw`<\?`, end: String.raw`\?>` },
  { start: "<![a-z]", end: ">" },
  { start: String.raw`<!\[CDATA\[`, end: String.raw`\]\]>` },
  { start: `</?(?:${TAGS})(?: |/?>|$)`, end: BLANK_LINE },
];

const VALUE = String.raw`(?:"[^"]*"|'[^']*'|[^\s"'=<>\x60]+)`;
const ATTRIBUTES = String.raw`(?: +[a-z_:][\w.:-]*(?: *= *${VALUE})?)*`;
/** Any other tag, alone on its line. */
const ALONE: readonly HtmlBlock[] = [
  { start: String.raw`<(?!(?:${VERBATIM.join("|")})(?![a-z\d-]))[a-z][a-z\d-]*${ATTRIBUTES} */?> *$`, end: BLANK_LINE },
  { start: String.raw`</[a-z][a-z\d-]*\s*> *$`, end: BLANK_LINE },
];

const BLOCKS = [...INTERRUPTING, ...ALONE].map(({ start, end }) => ({
  start: new RegExp(`^ {0,3}${start}`, "i"),
  end: new RegExp(end, "gi"),
}));

/** Whether a line starts one that ends a paragraph above it. */
export const INTERRUPTING_HTML = new RegExp(`^ {0,3}(?:${INTERRUPTING.map(({ start }) => start).join("|")})`, "i");

/** Offset behind the last line of the block that a line starts, or undefined where it starts none. */
export function endOfHtml(text: string, at: number, line: string, limit: number): number | undefined {
  const tagAt = line.indexOf("<");
  if (tagAt === -1 || tagAt > 3) return undefined;
  const end = BLOCKS.find(({ start }) => start.test(line))?.end;
  if (end === undefined) return undefined;
  // Behind `<!` or `<?`, whose characters do not end it.
  end.lastIndex = at + tagAt + 2;
  const found = end.exec(text);
  const lineEnd = found === null ? -1 : text.indexOf("\n", found.index + found[0].length);
  return lineEnd === -1 ? limit : Math.min(lineEnd, limit);
}
