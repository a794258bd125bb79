import type { Output } from "./terminal.js";

/** Shorter runs show no progress. */
const DELAY_MS = 1000;

/** Time between two counts: writing to the terminal for each of ten thousand files takes longer than reading them. */
const INTERVAL_MS = 100;

const CLEAR_LINE = "\r\u001B[2K";

/** A line on the terminal that shows the current stage of a long run. */
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
    const left = DELAY_MS - (performance.now() - this.#since);
    if (left <= 0) this.#show(text);
    else this.#timer = setTimeout(() => this.#show(text), left).unref();
  }

  /** Shows the number of the current part. It reads the clock, because timers do not fire during synchronous work. */
  count(text: string, part: number, of: number): void {
    if (!this.#enabled || of < 2) return;
    const now = performance.now();
    if (now - this.#since < DELAY_MS || now - this.#counted < INTERVAL_MS) return;
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
