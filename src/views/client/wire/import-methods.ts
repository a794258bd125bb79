/** The HTTP methods of function imports of OData 2.0 and 3.0 that change something. */
import type { ActionImport } from "../../../edm/elements.js";
import type { Model } from "../../../edm/model.js";
import { isTagged, SUPPORT_PAYLOAD } from "../../../edm/vocabulary.js";
import type { Segments } from "./segments.js";
import { sortedEntries, type WireEntry } from "./wire-entry.js";

/** Those whose parameters are a body are left out: actions of OData 3.0 without a method, and some of SAP. */
export function importMethods(model: Model, segments: Segments): readonly WireEntry[] {
  const { container, protocol } = model;
  const children = container?.children ?? [];
  return sortedEntries(
    children.flatMap((child) => {
      if (child.kind !== "ActionImport" || takesBody(child, model)) return [];
      const method = child.httpMethod ?? (protocol === "2.0" ? "POST" : undefined);
      return method === undefined ? [] : [{ name: segments.of(child), value: method }];
    }),
  );
}

function takesBody({ action }: ActionImport, model: Model): boolean {
  return model.overloads(action).some((operation) => isTagged(operation, SUPPORT_PAYLOAD));
}
