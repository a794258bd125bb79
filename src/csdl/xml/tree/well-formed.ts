/** Why a text is not well-formed XML, as part of a sentence, and the offset of the fault. */
export interface Problem {
  readonly offset: number;
  readonly problem: string;
}

/** Comments, CDATA sections and processing instructions; one that is not closed reaches to the end of the text. */
const SECTION = /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)/g;

/** The text with blanks in place of its sections, which may hold anything that looks like markup. Offsets stay. */
export function blankSections(text: string): string {
  return text.replace(SECTION, (section) => " ".repeat(section.length));
}

/** The text with blanks in place of quotes in processing instructions, where quotes need no partner. Offsets stay. */
export function blankInstructionQuotes(text: string): string {
  return text.replace(SECTION, (section) => (section.startsWith("<?") ? section.replaceAll(/["']/g, " ") : section));
}

/** The offset of a DOCTYPE. `markup` is the text without its sections. */
export function doctype(markup: string): number | undefined {
  const offset = markup.search(/<!doctype/i);
  return offset < 0 ? undefined : offset;
}

/**
 * The first fault that fast-xml-parser does not find. `markup` is the text without its sections. Faults that are easier to
 * find in a parsed element, such as a raw "<" in an attribute, are left to the tree builder.
 */
export function findProblem(text: string, markup: string): Problem | undefined {
  const problems = [
    forbiddenCharacter(text),
    badSection(text),
    badTag(markup),
    badReference(markup),
    badEndTag(markup),
    tagWithoutEnd(markup),
  ];
  return problems
    .filter((problem) => problem !== undefined)
    .sort((a, b) => a.offset - b.offset)
    .at(0);
}

/** XML 1.0 §2.2: of the control characters only tab, line feed and carriage return; no non-characters. */
function forbiddenCharacter(text: string): Problem | undefined {
  // oxlint-disable-next-line no-control-regex
  const offset = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  if (offset < 0) return undefined;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  return { offset, problem: `the character U+${code} is not allowed` };
}

function badSection(text: string): Problem | undefined {
  for (const { 0: section, index } of text.matchAll(SECTION)) {
    const isStart = index === 0 || (index === 1 && text.startsWith("\ufeff"));
    const problem = problemOfSection(section, isStart);
    if (problem !== undefined) return { offset: index, problem };
  }
  return undefined;
}

function problemOfSection(section: string, isStart: boolean): string | undefined {
  if (section.startsWith("<![CDATA[")) return section.endsWith("]]>") ? undefined : neverClosed("<![CDATA[", "]]>");
  if (section.startsWith("<?")) return problemOfInstruction(section, isStart);
  const body = /^<!--([^]*)-->$/.exec(section)?.[1];
  if (body === undefined) return neverClosed("<!--", "-->");
  // XML 1.0 §2.5
  return body.includes("--") || body.endsWith("-") ? `"--" must not stand inside a comment` : undefined;
}

// XML 1.0 §2.8, §4.3.1
const XML_DECLARATION =
  /^<\?xml +version *= *(["'])1\.\d+\1(?: +encoding *= *(["'])[A-Za-z][\w.-]*\2)?(?: +standalone *= *(["'])(?:yes|no)\3)? *\?>$/;

// XML 1.0 §2.3, nearly: Unicode has a few letters more than XML names.
const NAME = /^[\p{ID_Start}_:][\p{ID_Continue}:.-]*$/u;

function problemOfInstruction(section: string, isStart: boolean): string | undefined {
  if (!section.endsWith("?>") || section.length < 4) return neverClosed("<?", "?>");
  const target = /^<\?([^ \t\r\n?]*)/.exec(section)?.[1] ?? "";
  if (!NAME.test(target)) return `a name must follow "<?"`;
  if (target.toLowerCase() !== "xml") return undefined;
  if (!isStart) return "the XML declaration must be the start of the document";
  const declaration = section.replaceAll(/[\t\r\n]/g, " ");
  return XML_DECLARATION.test(declaration) ? undefined : "the XML declaration is malformed";
}

function neverClosed(start: string, end: string): string {
  return `"${start}" is never closed by "${end}"`;
}

/** A "<" that is not followed by a name or "/". */
function badTag(markup: string): Problem | undefined {
  const offset = markup.search(/<(?![/\p{ID_Start}_:])/u);
  if (offset < 0) return undefined;
  return { offset, problem: `a "<" that starts no tag, comment or CDATA section must be written "&lt;"` };
}

/** An `&` that starts no reference, or a reference to an undefined entity or a forbidden character (XML 1.0 §4.1). */
function badReference(markup: string): Problem | undefined {
  for (const { 0: reference, 1: name, index } of markup.matchAll(/&(?:([^\s;&<>"']{1,32});)?/g)) {
    if (name === undefined) return { offset: index, problem: `a raw "&" must be written "&amp;"` };
    if (!isReference(name))
      return { offset: index, problem: `"${reference}" is no character reference and no entity of XML` };
  }
  return undefined;
}

function isReference(name: string): boolean {
  if (/^(?:amp|lt|gt|quot|apos)$/.test(name)) return true;
  if (!/^#(?:\d+|x[\da-fA-F]+)$/.test(name)) return false;
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function badEndTag(markup: string): Problem | undefined {
  const offset = markup.search(/<\/(?![^\s<>/]+[ \t\r\n]*>)/);
  return offset < 0 ? undefined : { offset, problem: `an end tag has the form "</name>"` };
}

function tagWithoutEnd(markup: string): Problem | undefined {
  const offset = markup.indexOf("<", markup.lastIndexOf(">") + 1);
  return offset < 0 ? undefined : { offset, problem: `the tag that starts here is never ended by ">"` };
}

/** Text, CDATA or an element outside of the root element, which is at `start` to `end` (XML 1.0 §2.1). */
export function outsideRoot(text: string, start: number, end: number): Problem | undefined {
  const before = skipMiscellaneous(text, 0);
  if (before < start) return { offset: before, problem: "text stands before the root element" };
  const after = skipMiscellaneous(text, end);
  if (after >= text.length) return undefined;
  const isTag = text[after] === "<" && text[after + 1] !== "!";
  return { offset: after, problem: isTag ? SECOND_ROOT : TEXT_AFTER_ROOT };
}

export const SECOND_ROOT = "a second root element starts here";
export const TEXT_AFTER_ROOT = "text stands after the root element";

/** The offset after blanks, comments and processing instructions. */
export function skipMiscellaneous(text: string, offset: number): number {
  const pattern = /(?:[ \t\r\n]+|<!--[^]*?-->|<\?[^]*?\?>)*/y;
  pattern.lastIndex = offset === 0 && text.startsWith("\ufeff") ? 1 : offset;
  pattern.test(text);
  return pattern.lastIndex;
}

/** Anything but attributes in the start tag at an offset, such as a "=" without a name (XML 1.0 §3.1). */
export function badStartTag(text: string, tag: number): Problem | undefined {
  const pattern = /<[^\s=<>/]+(?:[ \t\r\n]+[^\s=<>/"']+[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*'))*[ \t\r\n]*/y;
  pattern.lastIndex = tag;
  pattern.test(text);
  const end = pattern.lastIndex;
  if (/^\/?>/.test(text.slice(end, end + 2))) return undefined;
  return { offset: end, problem: `an attribute of the form name="value" or the end of the tag is expected here` };
}
