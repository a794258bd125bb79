/** What two versions have of the same. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

export interface Paired<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  readonly both: readonly Pair<T>[];
}

/** Pairs the items of two versions by a key; of several with one key, the last counts. */
export function paired<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Paired<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Map(after.map((item) => [keyOf(item), item]));
  return {
    removed: [...old].flatMap(([key, item]) => (now.has(key) ? [] : [item])),
    added: [...now].flatMap(([key, item]) => (old.has(key) ? [] : [item])),
    both: [...old].flatMap(([key, item]) => {
      const other = now.get(key);
      return other === undefined ? [] : [{ before: item, after: other }];
    }),
  };
}
