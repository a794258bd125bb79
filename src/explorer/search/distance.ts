/**
 * The edit distance of two texts with swaps of neighbors (optimal string alignment), or `limit + 1` where it is
 * greater than the limit.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow({ a, b, row }, old, older);
    if (Math.min(...current) > limit) return limit + 1;
    older = old;
    old = current;
  }
  return Math.min(old[b.length] ?? limit + 1, limit + 1);
}

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly row: number;
}

function nextRow({ a, b, row }: Cell, old: readonly number[], older: readonly number[]): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const equal = a[row - 1] === b[column - 1];
    let cost = Math.min(at(old, column) + 1, at(current, column - 1) + 1, at(old, column - 1) + (equal ? 0 : 1));
    const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(older, column - 2) + 1);
    current.push(cost);
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
