import type { Output } from "./terminal.js";

/** A run that is shorter needs no line of its own. */
const PATIENCE_MS = 1000;

/** A terminal that is written to for each of ten thousand files is slower than the files; the eye sees less anyway. */
const PAUSE_MS = 100;

const CLEAR_LINE = "\r\u001B[2K";

/** One line on a terminal that says what a long run is at, rewritten from stage to stage. */
export class Progress {
  readonly #output: Output;
  readonly #enabled: boolean;
  readonly #since = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #counted = 0;
  #shown = false;

  constructor(output: Output, enabled: boolean) {
    this.#output = output;
    this.#enabled = enabled && output.isTerminal;
  }

  stage(text: string): void {
    this.clear();
    if (!this.#enabled) return;
    const left = PATIENCE_MS - (performance.now() - this.#since);
    if (left <= 0) this.#show(text);
    else this.#timer = setTimeout(() => this.#show(text), left).unref();
  }

  /** Says at which of many parts the run is. Work that never waits lets no timer fire, so the clock is looked at here. */
  count(text: string, part: number, of: number): void {
    if (!this.#enabled || of < 2) return;
    const now = performance.now();
    if (now - this.#since < PATIENCE_MS || now - this.#counted < PAUSE_MS) return;
    this.#counted = now;
    this.clear();
    this.#show(`${text} ${part} of ${of}`);
  }

  clear(): void {
    clearTimeout(this.#timer);
    if (this.#shown) this.#output.write(CLEAR_LINE);
    this.#shown = false;
  }

  #show(text: string): void {
    this.#shown = true;
    this.#output.write(`${text} …`);
  }
}
