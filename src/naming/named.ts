/** The elements that get names. */
import type { Operation } from "../edm/elements.js";
import { bindingTypeOf, compareText, type EdmType, isType, type Model } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";
import { usageOf } from "../facts/usage.js";
import type { Lock, LockedEntry } from "./lock.js";
import { operationKeys } from "./operation-keys.js";
import { nameBy, type RolePattern, rolesOfOperation, rolesOfType } from "./roles.js";

export interface Named<E extends EdmType | Operation = EdmType | Operation> {
  readonly element: E;
  /** The namespace whose module holds its names. */
  readonly home: string;
  readonly roles: readonly RolePattern[];
  /** What the lock has of it. */
  readonly locked: LockedEntry | "invalid" | undefined;
}

export interface AllNamed {
  /** Sorted by name. */
  readonly types: readonly Named<EdmType>[];
  /** In the order of the model. */
  readonly operations: readonly Named<Operation>[];
}

export function namedIn(model: Model, lock: Lock): AllNamed {
  const usage = usageOf(model);
  const keys = operationKeys(model.operations);
  const types = model.elements.filter(isType).sort((a, b) => compareText(a.name, b.name));
  return {
    types: types.map((element) => ({
      element,
      home: namespaceOf(element.name),
      roles: rolesOfType(element, usage, model.protocol),
      locked: lock.entry(element.name),
    })),
    operations: model.operations.map((element) => {
      const locked = lock.entry(keys.get(element) ?? "");
      const home = homeOf(element, model, locked);
      return { element, home, roles: rolesOfOperation(element, model.protocol), locked };
    }),
  };
}

/**
 * The namespace whose files hold the parameters and result of an operation. Names for a bound operation begin with that of
 * its binding type, so they stand beside that type where it is known, or was when they were given.
 */
function homeOf(operation: Operation, model: Model, locked: Named["locked"]): string {
  const own = namespaceOf(operation.name);
  const binding = bindingTypeOf(operation)?.type;
  const wasUnknown = typeof locked === "object" && locked.namespace === own;
  return namespaceOf(
    binding !== undefined && !wasUnknown && model.type(binding) !== undefined ? binding : operation.name,
  );
}

/** The name of the lock by role, as it is there or as it follows from that of the element; undefined without an entry. */
export function lockedRole({ locked }: Named, [role, pattern]: RolePattern): unknown {
  if (locked === undefined || locked === "invalid") return undefined;
  return Object.hasOwn(locked.roles, role) ? locked.roles[role] : nameBy(pattern, locked.name);
}
