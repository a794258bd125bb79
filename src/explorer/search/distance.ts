/**
 * The edit distance of two texts with swaps of neighbors (optimal string alignment), or `limit + 1` where it is
 * greater than the limit.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || differentLetters(a, b) > 2 * limit) return limit + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 0; row < a.length; row++) {
    const current = [row + 1];
    for (let column = 0; column < b.length; column++) {
      const isSwapped = a[row] === b[column - 1] && a[row - 1] === b[column];
      current[column + 1] = Math.min(
        at(old, column + 1) + 1,
        at(current, column) + 1,
        at(old, column) + (a[row] === b[column] ? 0 : 1),
        isSwapped ? at(older, column - 1) + 1 : Infinity,
      );
    }
    [older, old] = [old, current];
  }
  return Math.min(at(old, b.length), limit + 1);
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
