import type { Operation, Declared } from "../../edm/elements.js";
import type { Annotation } from "../../edm/annotations.js";
import type { QualifiedName } from "../../edm/names.js";
import { mergeAnnotations } from "./annotations.js";
import type { MergeContext } from "../context.js";

/** Overloads stay as they are declared; external annotations of the name apply to each of them. */
export function mergeOperations(operations: readonly Operation[], context: MergeContext): readonly Operation[] {
  const ofName = new Map<QualifiedName, readonly Annotation[]>();
  return operations.map((operation) => {
    const shared = ofName.get(operation.name) ?? context.external(operation.name);
    ofName.set(operation.name, shared);
    const targets = signaturesOf(operation).map((signature) => `${operation.name}(${signature})`);
    const annotated = (said: readonly Declared[], within?: string) => mergeAnnotations(targets, said, context, within);
    const merged: Operation = {
      ...operation,
      ...annotated([operation, { at: operation.at, by: operation.by, annotations: shared }]),
      parameters: operation.parameters.map((parameter) => ({
        ...parameter,
        ...annotated([parameter], parameter.name),
      })),
      ...(operation.returnType && {
        returnType: {
          ...operation.returnType,
          ...annotated([{ ...operation.returnType, by: operation.by }], "$ReturnType"),
        },
      }),
    };
    context.declare(merged, [operation]);
    return merged;
  });
}

/** How annotations name an overload: a function by all parameter types, an action by its binding parameter (CSDL 4.01 §14.2.1); Graph names actions by all, too. */
function signaturesOf({ kind, bound, parameters }: Operation): readonly string[] {
  const types = parameters.map(({ type }) =>
    type?.collection === true ? `Collection(${type.type})` : (type?.type ?? ""),
  );
  const all = types.join(",");
  const binding = types.slice(0, bound === true ? 1 : 0).join(",");
  return kind === "Function" || binding === all ? [all] : [binding, all];
}
