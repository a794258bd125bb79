/** Where the window was scrolled to, by entry of its history. The browser restores that before a page is made. */
export class ScrollPositions {
  readonly #positions = new Map<number, number>();
  #entry = 0;
  #last = 0;

  constructor() {
    history.scrollRestoration = "manual";
    this.#entry = this.#enter();
    window.addEventListener("scroll", () => this.#positions.set(this.#entry, window.scrollY), { passive: true });
  }

  /** Notes that the window shows another entry. Gives the position that this had before; undefined if it is new. */
  arrive(): number | undefined {
    this.#entry = this.#enter();
    return this.#positions.get(this.#entry);
  }

  #enter(): number {
    const known: unknown = history.state;
    if (typeof known === "number") {
      this.#last = Math.max(this.#last, known);
      return known;
    }
    this.#last += 1;
    history.replaceState(this.#last, "");
    return this.#last;
  }
}
