/**
 * The edit distance of two texts with swaps of neighbors (optimal string alignment), or `limit + 1` where it is
 * greater than the limit.
 */
export function distance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit || differentLetters(a, b) > 2 * limit) return far;
  let older: readonly number[] = [];
  let old: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = at(old, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwap ? at(older, column - 2) + 1 : far;
      current.push(Math.min(at(old, column) + 1, at(current, column - 1) + 1, change, swap));
    }
    if (Math.min(...current) > limit) return far;
    older = old;
    old = current;
  }
  return at(old, b.length);
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
