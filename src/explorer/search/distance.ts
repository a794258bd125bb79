/**
 * The edit distance of two texts with swaps of neighbors (optimal string alignment), or `limit + 1` where it is
 * greater than the limit. Looks at the cells of the table that the limit can reach only.
 */
export function distance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit || differentLetters(a, b) > 2 * limit) return far;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = Array.from<number>({ length: b.length + 1 }).fill(far);
    if (fillRow({ a, b, row, limit }, current, old, older) > limit) return far;
    older = old;
    old = current;
  }
  return Math.min(at(old, b.length), far);
}

interface Row {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly limit: number;
}

/** Gives the least of the row. */
function fillRow(place: Row, current: number[], old: readonly number[], older: readonly number[]): number {
  const { a, b, row, limit } = place;
  let least = row <= limit ? row : limit + 1;
  current[0] = least;
  const last = Math.min(b.length, row + limit);
  for (let column = Math.max(1, row - limit); column <= last; column++) {
    const equal = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
    let cost = Math.min(at(old, column) + 1, at(current, column - 1) + 1, at(old, column - 1) + (equal ? 0 : 1));
    if (a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1))
      cost = Math.min(cost, at(older, column - 2) + 1);
    current[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

/** An edit changes two letters of the sets of both at most, which rules out nearly all names in little time. */
function differentLetters(a: string, b: string): number {
  let different = lettersOf(a) ^ lettersOf(b);
  let count = 0;
  for (; different !== 0; different &= different - 1) count++;
  return count;
}

/** A set of 32 bits. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}
