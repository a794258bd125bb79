import type { ModelIndex } from "./model-index.js";

/** Computes something of a model when it is first asked for, and keeps it. */
export function once<T>(make: (index: ModelIndex) => T): (index: ModelIndex) => T {
  const made = new WeakMap<ModelIndex, { readonly value: T }>();
  return (index) => {
    const kept = made.get(index) ?? { value: make(index) };
    made.set(index, kept);
    return kept.value;
  };
}
