import { full } from "./full.js";

/** Draws that follow from a seed alone, so that a run can be made again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, but not including, `limit` (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): readonly T[] {
    return items
      .map((item) => ({ item, weight: this.below(2 ** 31) }))
      .sort((a, b) => a.weight - b.weight)
      .map(({ item }) => item);
  }
}

/** The seed of a run: `ODATA_CODEGEN_SEED`, a new one for `npm run test:full`, else always the same. It is printed. */
export function seedOf(what: string): number {
  const given = process.env["ODATA_CODEGEN_SEED"];
  const seed = given !== undefined ? Number(given) : full ? Date.now() % 1_000_000_007 : 20_210_717;
  process.stderr.write(`${what}: seed ${seed} (set ODATA_CODEGEN_SEED to repeat).\n`);
  return seed;
}
