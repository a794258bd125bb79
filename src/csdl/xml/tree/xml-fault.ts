import { badReference, forbiddenCharacter, outsideRoot, type Problem, unterminatedSection } from "./well-formed.js";
import { findAttribute } from "./xml-element.js";

/** Where the parser stood when it found a fault. */
export interface Standing {
  readonly text: string;
  /** Behind the character that it stumbled over. */
  readonly position: number;
  /** The elements that are open there, outermost first, with the offset of their "<". */
  readonly open: readonly { readonly rawName: string; readonly offset: number }[];
  /** The element that was closed last. */
  readonly closed: string | undefined;
  /** Of the "<" of the last start tag. */
  readonly tag: number;
}

/**
 * What is wrong with a text, and where, for its author. The parser sees some faults later than they stand: an `&`
 * that starts no reference at the next semicolon, a comment without end at the end of the text.
 */
export function faultOf(message: string, standing: Standing): Problem {
  const { text, position } = standing;
  const before = [forbiddenCharacter(text), badReference(text), unterminatedSection(text)].find(
    (problem) => problem !== undefined && problem.offset < position,
  );
  return before ?? tagFault(message, standing) ?? { offset: Math.max(position - 1, 0), problem: phrase(message) };
}

function tagFault(message: string, standing: Standing): Problem | undefined {
  const { text, position, closed, tag } = standing;
  const [what = "", name = ""] = message.replace(/\.$/, "").split(": ");
  switch (what) {
    case "unexpected close tag":
    case "unmatched closing tag": {
      const offset = text.lastIndexOf("</", position - 1);
      const problem = `the closing tag of "${closed}" is expected here`;
      return { offset, problem: name === "" ? problem : `"${name}" was never opened` };
    }
    case "unclosed tag":
    case "unexpected end":
      return unclosed(standing);
    case "duplicate attribute": {
      const first = findAttribute(text, tag, name);
      const offset = findAttribute(text, tag, name, first.rawStart + first.raw.length + 1).start;
      return { offset, problem: `the attribute "${name}" is repeated` };
    }
    case "documents may contain only one root":
      return { offset: tag, problem: "a second root element starts here" };
    case "document must contain a root element":
      return { offset: 0, problem: "it has no root element" };
    case "text data outside of root node":
      return outsideRoot(text);
    case "disallowed character":
      return { offset: position - 1, problem: `a raw "<" in an attribute must be written "&lt;"` };
    default:
      return undefined;
  }
}

/** A start tag that has no end is not open yet; else the open elements have no end tag. */
function unclosed({ text, open, tag }: Standing): Problem {
  const [outermost] = open;
  const innermost = open.at(-1)?.offset ?? -1;
  if (tag > innermost && !text.slice(tag).includes("</"))
    return { offset: tag, problem: `the tag that starts here is never ended by ">"` };
  const names = open.map(({ rawName }) => rawName);
  const problem = `the tag${names.length === 1 ? "" : "s"} ${names.join(", ")} ${names.length === 1 ? "is" : "are"} never closed`;
  return { offset: outermost?.offset ?? tag, problem };
}

/** The parser's sentence as a part of ours. */
function phrase(message: string): string {
  return message.replace(/\.$/, "");
}
