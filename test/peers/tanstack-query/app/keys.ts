/** Keys that know the type of their data, as docs/tanstack-query.md shows. */
import type { DataTag } from "@tanstack/react-query";

declare module "./generated/query.js" {
  interface QueryKeyTypes<Key, Data, Failure> {
    readonly tag: DataTag<Key, Data, Failure>;
  }
}
