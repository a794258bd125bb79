import type { Operation } from "../edm/elements.js";
import { bindingTypeOf, compareText, parametersOf } from "../edm/model.js";

/**
 * A key for each overload, which holds what tells overloads apart (CSDL 4.01 §12.1, §12.3): `a.Move(a.box)` for an
 * action that is bound to `a.box`, `a.Find(Collection(a.box))(color,size)` for a function with parameters of those names,
 * `a.Reset()` for an action that is not bound. Overloads that services have against it are numbered.
 */
export function operationKeys(operations: readonly Operation[]): ReadonlyMap<Operation, string> {
  const counts = new Map<string, number>();
  return new Map(
    operations.map((operation) => {
      const key = keyOf(operation);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [operation, count === 1 ? key : `${key}#${count}`];
    }),
  );
}

function keyOf(operation: Operation): string {
  const { type, collection = false } = bindingTypeOf(operation) ?? {};
  const binding = type === undefined ? "" : collection ? `Collection(${type})` : type;
  const names = parametersOf(operation).map(({ name }) => name);
  const parameters = operation.kind === "Function" ? `(${names.sort(compareText).join()})` : "";
  return `${operation.name}(${binding})${parameters}`;
}
