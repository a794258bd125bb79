/**
 * Finds the candidate nearest to a misspelled word: the one with the fewest slips (a letter left out, added or replaced,
 * or two neighbors swapped; letter case does not count), at most one for every three letters. Of equals the first in
 * code unit order wins. Undefined when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly candidate: string; readonly slips: number } | undefined;
  for (const candidate of likely(wanted, candidates, most)) {
    const limit = best?.slips ?? most;
    const slips = slipsBetween(wanted, candidate.toLowerCase(), limit);
    if (slips > limit) continue;
    if (best === undefined || slips < best.slips || candidate < best.candidate) best = { candidate, slips };
  }
  return best?.candidate;
}

/** Those whose letters alone do not tell that they are further than `limit`: few of many. */
function likely(wanted: string, candidates: Iterable<string>, limit: number): readonly string[] {
  const letters = lettersOf(wanted);
  const found: string[] = [];
  for (const candidate of candidates)
    if (leastSlips(wanted, letters, candidate.toLowerCase(), limit) <= limit) found.push(candidate);
  return found;
}

/** How often each letter stands in a word, by the low bits of its code unit. */
function lettersOf(word: string): Int32Array {
  const letters = new Int32Array(64);
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) % letters.length;
    letters[letter] = (letters[letter] ?? 0) + 1;
  }
  return letters;
}

/**
 * A number of slips that two words need in any case, since each letter that only one of them has is one. It is found much
 * faster than the distance, and is above `limit` for nearly all candidates.
 */
function leastSlips(a: string, lettersOfA: Int32Array, b: string, limit: number): number {
  const longer = Math.max(a.length, b.length);
  if (longer - Math.min(a.length, b.length) > limit) return limit + 1;
  const left = lettersOfA.slice();
  let shared = 0;
  for (let i = 0; i < b.length; i++) {
    const letter = b.charCodeAt(i) % left.length;
    const count = left[letter] ?? 0;
    if (count === 0) continue;
    left[letter] = count - 1;
    shared++;
  }
  return longer - shared;
}

/** The optimal string alignment distance, or any number above `limit` when it exceeds that. */
function slipsBetween(a: string, b: string, limit: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, beforeLast);
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function nextRow(
  a: string,
  b: string,
  i: number,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const replaced = cell(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swapped =
      i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(beforeLast, j - 2) + 1 : Infinity;
    row.push(Math.min(replaced, swapped, cell(last, j) + 1, cell(row, j - 1) + 1));
  }
  return row;
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
