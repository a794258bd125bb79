import type { Operation } from "../../../edm/elements.js";
import { bindingTypeOf, type Model } from "../../../edm/model.js";
import type { Segments } from "./segments.js";
import { ROOT } from "./ways.js";

/** An operation under the name of the client, at the type of the path before it. */
export interface Call {
  readonly operation: Operation;
  readonly segment: string;
  readonly from: string;
}

/** Operations by the types that have them: the service root, or the type they are bound to and those derived from it. */
export function callsOf(model: Model, segments: Segments): readonly Call[] {
  const imports = (model.container?.children ?? []).flatMap((child) =>
    child.kind === "FunctionImport" || child.kind === "ActionImport"
      ? model
          .overloads(child.kind === "FunctionImport" ? child.function : child.action)
          .filter((operation) => bindingTypeOf(operation) === undefined)
          .map((operation) => ({ operation, segment: segments.of(child), from: ROOT }))
      : [],
  );
  const bound = model.operations.flatMap((operation) => {
    const on = bindingTypeOf(operation)?.type;
    if (on === undefined) return [];
    const types = [on, ...model.derived(on).map(({ name }) => name)];
    return types.map((from) => ({ operation, segment: segments.of(operation), from }));
  });
  return [...imports, ...bound];
}
