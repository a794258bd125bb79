import type { Annotation } from "../../edm/annotations.js";
import type { Declared, Operation } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { MergeContext } from "../context.js";
import { mergeAnnotations } from "./annotations.js";

/** Adds external annotations to operations. Those whose target has no signature apply to each overload. */
export function mergeOperations(operations: readonly Operation[], context: MergeContext): readonly Operation[] {
  const sharedByName = new Map<QualifiedName, readonly Annotation[]>();
  return operations.map((operation) => {
    const shared = sharedByName.get(operation.name) ?? context.external.take(operation.name);
    sharedByName.set(operation.name, shared);
    const targets = signaturesOf(operation).map((signature) => `${operation.name}(${signature})`);
    const annotationsOf = (declarations: readonly Declared[], child?: string) =>
      mergeAnnotations(targets, declarations, context, child);
    const { at, by, parameters, returnType } = operation;
    const merged: Operation = {
      ...operation,
      ...annotationsOf([operation, { at, by, annotations: shared }]),
      parameters: parameters.map((parameter) => ({ ...parameter, ...annotationsOf([parameter], parameter.name) })),
      ...(returnType && {
        returnType: { ...returnType, ...annotationsOf([{ ...returnType, by }], "$ReturnType") },
      }),
    };
    context.declarations.set(merged, [operation]);
    return merged;
  });
}

/**
 * The parameter types by which a target names an overload: all of a function, the binding one of an action
 * (CSDL 4.01 §14.2.1). Graph gives all of an action, too.
 */
function signaturesOf({ kind, bound, parameters }: Operation): readonly string[] {
  const types = parameters.map(({ type }) =>
    type?.collection === true ? `Collection(${type.type})` : (type?.type ?? ""),
  );
  const all = types.join(",");
  const binding = types.slice(0, bound === true ? 1 : 0).join(",");
  return kind === "Function" || binding === all ? [all] : [binding, all];
}
