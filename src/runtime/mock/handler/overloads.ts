import { chainOf, isDerived, namespaceOf, operationsWith } from "../query/names.js";
import type { MockOperation, MockService } from "../service.js";
import { unknownPath } from "./fault.js";
import type { CallTarget } from "./target.js";

/**
 * The operations that a segment can call on a value, of the nearest types first. A name without namespace is one of the
 * default namespaces.
 */
export function operationsNamed(
  name: string,
  on: { readonly type: string; readonly collection: boolean },
  service: MockService,
): readonly MockOperation[] {
  const namespaces = name.includes(".") ? [namespaceOf(name)] : (service.defaultNamespaces ?? []);
  return operationsWith(service, name)
    .filter(({ name: qualified, on: binding }) => {
      const isBound = binding !== undefined && (binding.collection === true) === on.collection;
      return isBound && namespaces.includes(namespaceOf(qualified)) && isDerived(service, on.type, binding.type);
    })
    .sort((a, b) => depth(service, b) - depth(service, a));
}

function depth(service: MockService, { on }: MockOperation): number {
  return chainOf(service, on?.type ?? "").length;
}

/** The overload that has the given parameters: those that it lacks may be null. */
export function overloadFor({ operations, given, name }: CallTarget, more: readonly string[]): MockOperation {
  const names = [...given.keys(), ...more];
  const possible = operations.filter(({ parameters }) => names.every((one) => Object.hasOwn(parameters, one)));
  const exact = possible.find(({ parameters }) =>
    Object.entries(parameters).every(([one, { nullable }]) => nullable === true || names.includes(one)),
  );
  const found = exact ?? operations.find(({ kind }) => kind === "action");
  if (found === undefined) throw unknownPath(`${name} has no overload with the parameters (${names.join()}).`);
  return found;
}
