import { createRequire } from "node:module";

/** Narrows rules by name, for instance to the names that a model declares: a rule that has matched a text may reject it. */
export type Matches = Readonly<Record<string, (text: string, before: string) => boolean>>;

export interface Parsed {
  readonly accepted: boolean;
  /** The number of characters that some way to parse the text has matched. */
  readonly matched: number;
}

/** A grammar in ABNF (RFC 5234, RFC 7405). Of several alternatives that match, the first one counts. */
export class Grammar {
  readonly #compiled: CompiledGrammar;

  /** Throws an error when the text is not a complete grammar. */
  constructor(text: string) {
    const generator = new apg.apgApi(text.replace(/\r?\n/g, "\r\n"));
    generator.generate();
    if (generator.errors.length > 0) throw new Error(generator.errorsToAscii());
    this.#compiled = generator.toObject();
  }

  has(rule: string): boolean {
    return this.#compiled.rules.some(({ lower }) => lower === rule.toLowerCase());
  }

  /** Parses the whole text. */
  parse(rule: string, text: string, matches: Matches = {}): Parsed {
    const parser = new apg.apgLib.parser();
    for (const [name, allows] of Object.entries(matches)) {
      if (this.has(name)) parser.callbacks[name] = narrowed(text, allows);
    }
    const { success, maxMatched } = parser.parse(this.#compiled, rule, [...text].map(codeOf));
    return { accepted: success, matched: maxMatched };
  }
}

function narrowed(text: string, allows: (text: string, before: string) => boolean): Callback {
  return (step, _, at) => {
    if (step.state === ids.NOMATCH || step.state === ids.ACTIVE) return;
    if (allows(text.slice(at, at + step.phraseLength), text.slice(0, at))) return;
    step.state = ids.NOMATCH;
    step.phraseLength = 0;
  };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The part of apg-js that is used; it has no declarations. */
interface Apg {
  readonly apgApi: new (grammar: string) => {
    readonly errors: readonly unknown[];
    generate(): void;
    errorsToAscii(): string;
    toObject(): CompiledGrammar;
  };
  readonly apgLib: {
    readonly ids: Readonly<Record<"ACTIVE" | "NOMATCH", number>>;
    readonly parser: new () => {
      readonly callbacks: Record<string, Callback>;
      parse(
        grammar: CompiledGrammar,
        rule: string,
        codes: readonly number[],
      ): { readonly success: boolean; readonly maxMatched: number };
    };
  };
}

interface CompiledGrammar {
  readonly rules: readonly { readonly lower: string }[];
}

type Callback = (step: { state: number; phraseLength: number }, codes: readonly number[], at: number) => void;

const apg = createRequire(import.meta.url)("apg-js") as Apg;
const { ids } = apg.apgLib;
