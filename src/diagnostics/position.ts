/**
 * Where a fact stands, as one number for the source and the offset in its text (UTF-16 code units). A model has them by
 * the hundred thousand, and V8 keeps a number inside the object that has it only below 2^31; one beyond is an object of
 * its own, made anew each time it is read. So there is a range below for what there usually is, thousands of pages and a
 * few large documents, and one above for anything else.
 */
export type At = number & { readonly __at: true };

interface Range {
  readonly start: number;
  /** How far one source is from the next: more than the length of its text. */
  readonly stride: number;
  readonly sources: number;
}

const PAGES: Range = { start: 0, stride: 2 ** 17, sources: 3 * 2 ** 12 };
const DOCUMENTS: Range = { start: 3 * 2 ** 29, stride: 2 ** 23, sources: 2 ** 6 };
const OTHERS: Range = { start: 2 ** 31, stride: 2 ** 32, sources: Infinity };

/** One input text. `name` is what diagnostics print: a path with `/`, relative where possible. */
export interface Source {
  readonly index: number;
  readonly name: string;
  readonly text: string;
}

/** A place as people read it; line and column count from 1, the column in UTF-16 code units. */
export interface Location {
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

export function at({ index, text }: Source, offset: number): At {
  const { start, stride } = fits(PAGES, index, text) ? PAGES : fits(DOCUMENTS, index, text) ? DOCUMENTS : OTHERS;
  return (start + index * stride + offset) as At;
}

function fits({ stride, sources }: Range, index: number, text: string): boolean {
  return index < sources && text.length < stride;
}

function rangeOf(at: At): Range {
  if (at >= OTHERS.start) return OTHERS;
  return at < DOCUMENTS.start ? PAGES : DOCUMENTS;
}

export function sourceIndexOf(at: At): number {
  const { start, stride } = rangeOf(at);
  return Math.floor((at - start) / stride);
}

export function offsetOf(at: At): number {
  const { start, stride } = rangeOf(at);
  return (at - start) % stride;
}

/** In the order of the sources, and of what stands in them. */
export function comparePlaces(a: At, b: At): number {
  return sourceIndexOf(a) - sourceIndexOf(b) || offsetOf(a) - offsetOf(b);
}

/** The sources of one run, and the way from a position back to its line. */
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
    if (source === undefined) throw new RangeError(`no source at ${at}`);
    return source;
  }

  locate(at: At): Location {
    const source = this.of(at);
    const offset = offsetOf(at);
    const starts = (this.#lineStarts[source.index] ??= lineStartsOf(source.text));
    const line = lastNotAfter(starts, offset);
    return { source: source.name, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
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
