import type { Output, Terminal } from "./terminal.js";

/** Shorter runs show no progress. */
const DELAY_MS = 1000;

/** Time between two shares: writing to the terminal for each of ten thousand files takes longer than reading them. */
const INTERVAL_MS = 100;

const CLEAR_LINE = "\r\u001B[2K";

/** A line on the terminal that shows the current stage of a long run. */
export class Progress {
  readonly #output: Output;
  readonly #enabled: boolean;
  readonly #now: () => number;
  readonly #since: number;
  #timer: NodeJS.Timeout | undefined;
  #counted = 0;
  #shown = false;

  constructor({ err, now }: Pick<Terminal, "err" | "now">, enabled: boolean) {
    this.#output = err;
    this.#enabled = enabled && err.isTerminal;
    this.#now = now;
    this.#since = now();
  }

  stage(text: string): void {
    this.clear();
    if (!this.#enabled) return;
    const left = DELAY_MS - (this.#now() - this.#since);
    if (left <= 0) this.#show(text);
    else this.#timer = setTimeout(() => this.#show(text), left).unref();
  }

  /** Shows the share of the parts that are done. It reads the clock, because timers do not fire during synchronous work. */
  share(text: string, done: number, of: number): void {
    if (!this.#enabled || of < 2) return;
    const now = this.#now();
    if (now - this.#since < DELAY_MS || now - this.#counted < INTERVAL_MS) return;
    this.#counted = now;
    this.clear();
    this.#show(text, ` ${Math.floor((Math.min(done, of) / of) * 100)} %`);
  }

  clear(): void {
    clearTimeout(this.#timer);
    if (this.#shown) this.#output.write(CLEAR_LINE);
    this.#shown = false;
  }

  #show(text: string, share = ""): void {
    this.#shown = true;
    this.#output.write(`${text} …${share}`);
  }
}
