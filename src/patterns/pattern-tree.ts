/** The structure of an ECMAScript regular expression, as far as it affects the number of ways to match a text. */
export type PatternNode =
  /** Matches the empty text: an assertion, or an empty pattern. */
  | { readonly kind: "empty" }
  /** Matches one character; its source is for example `a`, `.`, `\d` or `[^x]`. */
  | { readonly kind: "character"; readonly source: string }
  | { readonly kind: "sequence" | "choice"; readonly items: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly item: PatternNode; readonly least: number; readonly most: number };

export interface PatternTree {
  readonly root: PatternNode;
  /** Contents of lookaround assertions (`(?=…)`), which are matched separately and never retried. */
  readonly assertions: readonly PatternNode[];
}

const EMPTY: PatternNode = { kind: "empty" };

/**
 * Parses a pattern that `RegExp` accepts. Returns undefined for backreferences, which this structure cannot represent.
 */
export function patternTree(source: string, unicode: boolean): PatternTree | undefined {
  return new PatternParser(source, unicode).parse();
}

class PatternParser {
  readonly #source: string;
  readonly #unicode: boolean;
  readonly #assertions: PatternNode[] = [];
  #at = 0;
  #refersBack = false;

  constructor(source: string, unicode: boolean) {
    this.#source = source;
    this.#unicode = unicode;
  }

  parse(): PatternTree | undefined {
    const root = this.#choice();
    return this.#refersBack ? undefined : { root, assertions: this.#assertions };
  }

  #choice(): PatternNode {
    const items = [this.#sequence()];
    while (this.#take(/\|/y) !== undefined) items.push(this.#sequence());
    return items.length === 1 ? (items[0] ?? EMPTY) : { kind: "choice", items };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at)))
      items.push(this.#repeated(this.#term()));
    return { kind: "sequence", items };
  }

  #repeated(item: PatternNode): PatternNode {
    const text = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (text === undefined) return item;
    const [least, most] = boundsOf(text);
    return { kind: "repeat", item, least, most };
  }

  #term(): PatternNode {
    const group = this.#take(/\((?:\?(?:<?[=!]|:|<[^>]*>))?/y);
    if (group !== undefined) return this.#group(group);
    if (this.#take(/[$^]|\\[bB]/y) !== undefined) return EMPTY;
    if (this.#take(/\\(?:[1-9]|k<)/y) !== undefined) this.#refersBack = true;
    const escape = this.#unicode
      ? /\\(?:u\{[^}]*\}|[pP]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[^])/iuy
      : /\\(?:u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[^])/iy;
    const character =
      this.#take(escape) ?? this.#take(/\[(?:\\[^]|[^\]\\])*\]/y) ?? this.#take(this.#unicode ? /[^]/uy : /[^]/y);
    return { kind: "character", source: character ?? "" };
  }

  #group(opening: string): PatternNode {
    const inner = this.#choice();
    this.#at++; // the closing parenthesis
    if (!/^\(\?<?[=!]/.test(opening)) return inner;
    this.#assertions.push(inner);
    return EMPTY;
  }

  #take(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at;
    const text = expression.exec(this.#source)?.[0];
    this.#at += text?.length ?? 0;
    return text;
  }
}

function boundsOf(text: string): readonly [number, number] {
  if (text.startsWith("*")) return [0, Infinity];
  if (text.startsWith("+")) return [1, Infinity];
  if (text.startsWith("?")) return [0, 1];
  const [least = "", most = least] = (/\d[\d,]*/.exec(text)?.[0] ?? "").split(",");
  return [Number(least), most === "" ? Infinity : Number(most)];
}
