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
  return operationsBySimpleName(service, name.slice(name.lastIndexOf(".") + 1))
    .filter((operation) => {
      const isNamed = isQualified
        ? operation.name === name
        : namespaces.includes(operation.name.slice(0, operation.name.lastIndexOf(".")));
      const binding = operation.on;
      return (
        isNamed &&
        binding !== undefined &&
        (binding.collection === true) === on.collection &&
        isDerived(service, on.type, binding.type)
      );
    })
    .sort((a, b) => depth(service, b) - depth(service, a));
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

/** The operations by their names without namespaces: a cache, since the table of a service never changes. */
const operationTables = /* @__PURE__ */ new WeakMap<MockService, ReadonlyMap<string, readonly MockOperation[]>>();

function operationsBySimpleName(service: MockService, name: string): readonly MockOperation[] {
  const known = operationTables.get(service);
  if (known !== undefined) return known.get(name) ?? [];
  const made = new Map<string, MockOperation[]>();
  for (const operation of service.operations ?? []) {
    const simpleName = operation.name.slice(operation.name.lastIndexOf(".") + 1);
    const list = made.get(simpleName) ?? [];
    made.set(simpleName, list);
    list.push(operation);
  }
  operationTables.set(service, made);
  return made.get(name) ?? [];
}
