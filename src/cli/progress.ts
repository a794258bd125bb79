import type { Output } from "./terminal.js";

/** A run that is shorter needs no line of its own. */
const PATIENCE_MS = 1000;

const CLEAR_LINE = "\r\u001B[2K";

/** One line on a terminal that says what a long run is at, rewritten from stage to stage. */
export class Progress {
  readonly #output: Output;
  readonly #enabled: boolean;
  readonly #since = performance.now();
  #timer: NodeJS.Timeout | undefined;
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
