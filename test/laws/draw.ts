import fc, { type GeneratorValue } from "fast-check";
import { awkwardNames, awkwardTexts } from "./names.js";

const SIMPLE = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const nameArbitrary = fc.oneof(fc.constantFrom(...awkwardNames), SIMPLE);
const anyName = () => nameArbitrary;
const textArbitrary = fc.oneof(fc.constantFrom(...awkwardTexts), fc.string({ unit: "grapheme", maxLength: 12 }));
const anyText = () => textArbitrary;
const index = (max: number) => fc.nat({ max });

/** Choices in a row, all of them fast-check's, so that a failing case can be repeated and made smaller. */
export class Draw {
  readonly #generate: GeneratorValue;

  constructor(generate: GeneratorValue) {
    this.#generate = generate;
  }

  count(most: number): number {
    return this.#generate(index, most);
  }

  /** True once in `many` times; the simpler case is false. */
  once(many: number): boolean {
    return this.#generate(index, many - 1) === many - 1;
  }

  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const item = items[this.count(Math.max(0, items.length - 1))];
    if (item === undefined) throw new RangeError("there is nothing to pick from");
    return item;
  }

  pickMaybe<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }

  text(): string {
    // XML 1.0 §2.2 has no way to write these.
    // oxlint-disable-next-line no-control-regex
    return this.#generate(anyText).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  }

  /** A name that none of these have, which it then is one of. */
  name(taken: Set<string>): string {
    const wanted = this.#generate(anyName);
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted.slice(0, 120)}${number}`;
    taken.add(name);
    return name;
  }

  list<T>(most: number, make: (index: number) => T): readonly T[] {
    return Array.from({ length: this.count(most) }, (_, position) => make(position));
  }
}
