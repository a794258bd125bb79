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
