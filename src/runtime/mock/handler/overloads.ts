import { isDerived } from "../query/names.js";
import type { MockOperation, MockService } from "../service.js";
import { notFound } from "./fault.js";
import type { CallTarget } from "./target.js";

/**
 * The operations that a segment can call on a value, of the nearest types first. A name without namespace is one of the
 * default namespaces, or of any where no path could lead on by it.
 */
export function operationsNamed(
  name: string,
  on: { readonly type: string; readonly collection: boolean },
  service: MockService,
): readonly MockOperation[] {
  const isQualified = name.includes(".");
  const namespaces = service.defaultNamespaces ?? [];
  return (service.operations ?? [])
    .filter((operation) => {
      const dot = operation.name.lastIndexOf(".");
      const isNamed = isQualified
        ? operation.name === name
        : operation.name.slice(dot + 1) === name && namespaces.includes(operation.name.slice(0, dot));
      const binding = operation.on;
      return (
        isNamed &&
        binding !== undefined &&
        (binding.collection === true) === on.collection &&
        isDerived(service, on.type, binding.type)
      );
    })
    .toSorted((a, b) => depth(service, b) - depth(service, a));
}

function depth({ types }: MockService, { on }: MockOperation): number {
  let count = 0;
  for (let name = on?.type; name !== undefined; name = types[name]?.base) count += 1;
  return count;
}

/** The overload that has the given parameters: those that it lacks may be null. */
export function overloadFor({ operations, given, name }: CallTarget, more: readonly string[]): MockOperation {
  const names = [...given.keys(), ...more];
  const possible = operations.filter(({ parameters }) => names.every((one) => Object.hasOwn(parameters, one)));
  const exact = possible.find(({ parameters }) =>
    Object.entries(parameters).every(([one, { nullable }]) => nullable === true || names.includes(one)),
  );
  const found = exact ?? operations.find(({ kind }) => kind === "action");
  if (found === undefined) throw notFound(`${name} has no overload with the parameters (${names.join()}).`);
  return found;
}
