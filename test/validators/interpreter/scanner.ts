/** Reads a text from left to right. */
export class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at === this.#text.length;
  }

  get next(): string {
    return this.#text.charAt(this.#at);
  }

  /** The next character, if it is one of these. */
  one(of: string): string | undefined {
    const { next } = this;
    if (next === "" || !of.includes(next)) return undefined;
    this.#at++;
    return next;
  }

  /** As many characters out of these as there are, up to `most`; undefined where there are fewer than `least`. */
  some(of: string, least: number, most = Infinity): string | undefined {
    const start = this.#at;
    while (this.#at - start < most && this.next !== "" && of.includes(this.next)) this.#at++;
    return this.#at - start < least ? undefined : this.#text.slice(start, this.#at);
  }

  digits(least: number, most = Infinity): string | undefined {
    return this.some("0123456789", least, most);
  }
}
