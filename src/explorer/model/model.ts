import { groupBy } from "../../edm/grouping.js";
import type { PageData } from "../../explore/file/page-data.js";

/** The model that is shown. */
export let data: PageData;

export function openModel(model: PageData): void {
  data = model;
}

/** Computes something of the model when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly of: PageData; readonly value: T } | undefined;
  return () => {
    if (made?.of !== data) made = { of: data, value: make() };
    return made.value;
  };
}

/** Finds items by a key, in their order. They are grouped when the first is looked for. */
export function finder<K, T>(itemsOf: () => readonly T[], keyOf: (item: T) => K): (key: K) => readonly T[] {
  const groups = once(() => groupBy(itemsOf(), keyOf));
  return (key) => groups().get(key) ?? [];
}
