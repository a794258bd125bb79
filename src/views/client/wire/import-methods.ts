/** The HTTP methods of function imports of OData 2.0 and 3.0 that change something. */
import type { Model } from "../../../edm/model.js";
import type { Segments } from "./segments.js";
import { sortedEntries, type WireEntry } from "./wire-entry.js";

/** Actions of OData 3.0 without a method are none of them: their parameters are a body. */
export function importMethods({ container, protocol }: Model, segments: Segments): readonly WireEntry[] {
  const children = container?.children ?? [];
  return sortedEntries(
    children.flatMap((child) => {
      if (child.kind !== "ActionImport") return [];
      const method = child.httpMethod ?? (protocol === "2.0" ? "POST" : undefined);
      return method === undefined ? [] : [{ name: segments.of(child), value: method }];
    }),
  );
}
