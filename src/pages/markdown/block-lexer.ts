import { Lexer, Tokenizer, type Token, type Tokens } from "marked";

/** The blocks of a text in markdown, one after the other: their `raw` texts together are the text. */
export function lexBlocks(text: string): readonly Pick<Token, "type" | "raw">[] {
  return new Lexer({ gfm: true, tokenizer: new BlockTokenizer() }).blockTokens(text, []);
}

/**
 * The block rules that facts of a page stand in. Lists, quotes and indented code are left to the
 * scan by line: they nest (deep enough to exhaust the stack), and their raw text is dedented, so
 * that offsets in it are lost; and so are tables, since that scan takes in more of them. A line
 * under a text that looks like its underline is the end of a group of tabs, not a heading.
 */
class BlockTokenizer extends Tokenizer {
  override list(): undefined {
    return undefined;
  }
  override blockquote(): undefined {
    return undefined;
  }
  override code(): undefined {
    return undefined;
  }
  override lheading(): undefined {
    return undefined;
  }
  override table(): undefined {
    return undefined;
  }

  // There are half a million blocks in the pages of Graph: the first character tells which rules are worth a try. (A
  // rule for paragraphs of our own would change where paragraphs end: the lexer asks whether it is its own.)
  override space(src: string) {
    return /^\s/.test(src) ? super.space(src) : undefined;
  }
  override fences(src: string) {
    return startsWithAny(src, "`~") ? super.fences(src) : undefined;
  }
  override heading(src: string): Tokens.Heading | undefined {
    const raw = startsWithAny(src, "#") ? this.rules.block.heading.exec(src)?.[0] : undefined;
    return raw === undefined ? undefined : { type: "heading", raw, depth: 0, text: "", tokens: [] };
  }
  override hr(src: string) {
    return startsWithAny(src, "-_*") ? super.hr(src) : undefined;
  }
  override html(src: string) {
    return startsWithAny(src, "<") ? super.html(src) : undefined;
  }
  override def(src: string) {
    return startsWithAny(src, "[") ? super.def(src) : undefined;
  }
}

/** Behind blanks, which every rule allows. */
function startsWithAny(text: string, characters: string): boolean {
  let at = 0;
  while (text[at] === " ") at++;
  return characters.includes(text.charAt(at));
}
