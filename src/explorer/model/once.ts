import type { ModelIndex } from "./model-index.js";

/** Makes what pages look things up in when the first of them needs it, and keeps it. */
export function once<T extends object>(make: (index: ModelIndex) => T): (index: ModelIndex) => T {
  const made = new WeakMap<ModelIndex, T>();
  return (index) => {
    const known = made.get(index) ?? make(index);
    made.set(index, known);
    return known;
  };
}
