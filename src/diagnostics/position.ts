/**
 * A position in one of the sources of a run: source index × 2^32 + offset in its text, in UTF-16 code units.
 * A large model has 200,000 of them: as objects they take 39 MB, as numbers 3.
 */
export type At = number & { readonly __at: true };

/** The offset from one source to the next: more than any text is long. */
const STRIDE = 2 ** 32;

/** One input text. `name` is what diagnostics print: a path with `/`, relative where possible. */
export interface Source {
  readonly index: number;
  readonly name: string;
  readonly text: string;
}

/** A position for people: line and column count from 1, the column in UTF-16 code units. */
export interface Location {
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

export function at({ index }: Source, offset: number): At {
  return (index * STRIDE + offset) as At;
}

export function sourceIndexOf(at: At): number {
  return Math.floor(at / STRIDE);
}

export function offsetOf(at: At): number {
  return at % STRIDE;
}

/** Compares by source, then by offset. */
export function comparePositions(a: At, b: At): number {
  return a - b;
}

/** The sources of one run. Finds the line and column of a position. */
export class Sources {
  readonly #sources: Source[] = [];
  readonly #lineStarts: (readonly number[])[] = [];

  add(name: string, text: string): Source {
    const source = { index: this.#sources.length, name, text };
    this.#sources.push(source);
    return source;
  }

  of(at: At): Source {
    const source = this.#sources[sourceIndexOf(at)];
    if (source === undefined) throw new RangeError(`position ${at} is in no source`);
    return source;
  }

  locate(at: At): Location {
    const source = this.of(at);
    const line = this.lineOf(at);
    const start = this.#lineStarts[source.index]?.[line - 1] ?? 0;
    return { source: source.name, line, column: offsetOf(at) - start + 1 };
  }

  /** The line alone, from 1. */
  lineOf(at: At): number {
    const { index, text } = this.of(at);
    const starts = (this.#lineStarts[index] ??= lineStartsOf(text));
    return lastNotAfter(starts, offsetOf(at)) + 1;
  }
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
    return starts;
  }
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

function lastNotAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
