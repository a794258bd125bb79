/** Faults of an XML text that are found where they stand by looking for them. A problem is the first of its kind. */
export interface Problem {
  readonly offset: number;
  readonly problem: string;
}

// XML 1.0 §2.2: of the control characters only tab, line feed and carriage return; and no non-characters.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export function forbiddenCharacter(text: string): Problem | undefined {
  const offset = text.search(FORBIDDEN_CHARACTER);
  if (offset < 0) return undefined;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  return { offset, problem: `the character U+${code} is not allowed` };
}

/** Offset of a DOCTYPE, which is markup only outside of comments and CDATA sections. */
export function doctype(text: string): number | undefined {
  const pattern = /<!doctype/gi;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (!insideSection(text, match.index)) return match.index;
  }
  return undefined;
}

const REFERENCE = /&(?:amp|lt|gt|quot|apos|#([0-9]+)|#x([0-9a-fA-F]+));/y;

/** An `&` that starts no reference, or a reference to what XML does not know without a DOCTYPE (XML 1.0 §4.1). */
export function badReference(text: string): Problem | undefined {
  for (let offset = text.indexOf("&"); offset >= 0; offset = text.indexOf("&", offset + 1)) {
    REFERENCE.lastIndex = offset;
    const match = REFERENCE.exec(text);
    if ((match === null || !isCharacterReference(match)) && !insideSection(text, offset)) {
      return { offset, problem: describeReference(text, offset) };
    }
  }
  return undefined;
}

function isCharacterReference([, decimal, hexadecimal]: RegExpExecArray): boolean {
  const code =
    decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : 0x20;
  const allowed = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff);
  return allowed || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function describeReference(text: string, offset: number): string {
  const reference = /^&[^\s;&<>"']{1,40};/.exec(text.slice(offset, offset + 42));
  return reference === null
    ? `a raw "&" must be written "&amp;"`
    : `"${reference[0]}" refers to no character that XML knows`;
}

const SECTIONS = [
  { start: "<!--", end: "-->" },
  { start: "<![CDATA[", end: "]]>" },
  { start: "<?", end: "?>" },
] as const;

/** Whether an offset lies in a comment, a CDATA section or a processing instruction, where markup is text. */
function insideSection(text: string, offset: number): boolean {
  for (let at = text.indexOf("<"); at >= 0 && at < offset; at = text.indexOf("<", at)) {
    const end = endOfSection(text, at);
    if (end > offset) return true;
    at = end > at ? end : at + 1;
  }
  return false;
}

function endOfSection(text: string, at: number): number {
  const section = SECTIONS.find(({ start }) => text.startsWith(start, at));
  if (section === undefined) return at;
  const end = text.indexOf(section.end, at + section.start.length);
  return end < 0 ? text.length : end + section.end.length;
}

/** A comment, CDATA section or processing instruction without an end. */
export function unterminatedSection(text: string): Problem | undefined {
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const section = SECTIONS.find(({ start }) => text.startsWith(start, at));
    const end = section === undefined ? at : text.indexOf(section.end, at + section.start.length);
    if (section !== undefined && end < 0)
      return { offset: at, problem: `"${section.start}" is never closed by "${section.end}"` };
    at = end + 1;
  }
  return undefined;
}

/** Text before or behind the root element, where only comments, processing instructions and blanks may stand (XML 1.0 §2.1). */
export function outsideRoot(text: string): Problem {
  const before = skipMiscellaneous(text, 0);
  if (text[before] !== "<") return { offset: before, problem: "text stands before the root element" };
  return { offset: text.search(/[^<>\s][^<>]*$/), problem: "text stands after the root element" };
}

export function skipMiscellaneous(text: string, offset: number): number {
  for (let at = offset; ;) {
    while (at < text.length && /[\s\ufeff]/.test(text[at] ?? "")) at += 1;
    const end = text.startsWith("<![CDATA[", at) ? at : endOfSection(text, at);
    if (end === at) return at;
    at = end;
  }
}
