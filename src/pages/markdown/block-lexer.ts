import { Lexer, Tokenizer, type Token, type Tokens } from "marked";

/** The markdown blocks of a text in order; their `raw` texts together are the text. */
export function lexBlocks(text: string): readonly Pick<Token, "type" | "raw">[] {
  return new Lexer({ gfm: true, tokenizer: new BlockTokenizer() }).blockTokens(text, []);
}

/**
 * Leaves lists, quotes, indented code and tables to the scan by line in read-markdown. The first three nest deep
 * enough to exhaust the stack, and their raw text is dedented, so that offsets are lost; the scan accepts more tables
 * than GFM. Underlined headings (`---` below a text) end a group of tabs in this dialect.
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

  /** Without the inline tokens of the title, which nothing reads. */
  override heading(src: string): Tokens.Heading | undefined {
    const raw = this.rules.block.heading.exec(src)?.[0];
    return raw === undefined ? undefined : { type: "heading", raw, depth: 0, text: "", tokens: [] };
  }
}
