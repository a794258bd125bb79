import type { Operation } from "../edm/elements.js";
import type { Annotation } from "../edm/annotations.js";
import type { QualifiedName } from "../edm/names.js";
import { mergeAnnotations } from "./annotations.js";
import type { MergeContext } from "./context.js";

/** Overloads stay as they are declared; external annotations of the name apply to each of them. */
export function mergeOperations(operations: readonly Operation[], context: MergeContext): readonly Operation[] {
  const ofName = new Map<QualifiedName, readonly Annotation[]>();
  return operations.map((operation) => {
    const shared = ofName.get(operation.name) ?? context.external(operation.name);
    ofName.set(operation.name, shared);
    const signature = `${operation.name}(${signatureOf(operation)})`;
    const merged: Operation = {
      ...operation,
      ...mergeAnnotations(signature, [operation, { at: operation.at, by: operation.by, annotations: shared }], context),
      parameters: operation.parameters.map((parameter) => ({
        ...parameter,
        ...mergeAnnotations(`${signature}/${parameter.name}`, [parameter], context),
      })),
      ...(operation.returnType && {
        returnType: { ...operation.returnType, ...mergeAnnotations(`${signature}/$ReturnType`, [{ ...operation.returnType, by: operation.by }], context) },
      }),
    };
    context.declare(merged, [operation]);
    return merged;
  });
}

/** Parameter types in order; an action's only its binding parameter (CSDL 4.01 §14.2.1). */
function signatureOf({ kind, bound, parameters }: Operation): string {
  const counted = kind === "Function" ? parameters : parameters.slice(0, bound === true ? 1 : 0);
  return counted.map(({ type }) => (type?.collection === true ? `Collection(${type.type})` : (type?.type ?? ""))).join(",");
}
