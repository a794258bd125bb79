/** The elements that get names. */
import type { Code } from "../code/code.js";
import type { Operation } from "../edm/elements.js";
import { bindingTypeOf, compareText, type EdmType, isType, type Model } from "../edm/model.js";
import { namespaceOf, type QualifiedName } from "../edm/names.js";
import { usageOf } from "../facts/usage.js";
import type { Lock, LockedEntry } from "./lock.js";
import { keyIn, operationKeys } from "./operation-keys.js";
import { nameBy, type RolePattern, rolesOfOperation, rolesOfType } from "./roles.js";
import type { NameRuler, RuledName } from "./rules/name-rules.js";

export interface Named<E extends EdmType | Operation = EdmType | Operation> {
  readonly element: E;
  /** The namespace whose module holds its names. */
  readonly home: string;
  readonly roles: readonly RolePattern[];
  /** What the lock has of it; undefined where a rule gives another name, or gives one to the type that it begins with. */
  readonly locked: LockedEntry | "invalid" | undefined;
  /** What a rule calls it, or what the names of an operation begin with by a rule. */
  readonly ruled: RuledName | undefined;
}

/** The names of one element by role. */
export interface GivenNames {
  /** Of a type; of an operation what the names of its roles begin with. */
  readonly name: Code;
  readonly roles: ReadonlyMap<string, Code>;
}

export interface AllNamed {
  /** Sorted by name. */
  readonly types: readonly Named<EdmType>[];
  /** In the order of the model. */
  readonly operations: readonly Named<Operation>[];
}

export function namedIn(model: Model, lock: Lock, ruler: NameRuler): AllNamed {
  const usage = usageOf(model);
  const types = model.elements
    .filter(isType)
    .sort((a, b) => compareText(a.name, b.name))
    .map((element) => ({
      element,
      home: namespaceOf(element.name),
      roles: rolesOfType(element, usage, model.protocol),
      ...namesOf(ruler.of(element.name), lock.entry(element.name)),
    }));
  const renamed = new Set(types.filter(({ isRenamed }) => isRenamed).map(({ element }) => element.name));
  return { types: withoutDisplaced(types), operations: operationsIn(model, { lock, ruler, renamed }) };
}

/** A type whose locked name a rule gives to another one has none in the lock: its roles are to have its new name, too. */
function withoutDisplaced(types: AllNamed["types"]): AllNamed["types"] {
  const keyOf = (home: string, name: string): string => `${home} ${name.toLowerCase()}`;
  const ruled = new Set(types.flatMap(({ home, ruled }) => (ruled === undefined ? [] : [keyOf(home, ruled.name)])));
  return types.map((named) => {
    const { home, locked, ruled: own } = named;
    const isDisplaced = own === undefined && typeof locked === "object" && ruled.has(keyOf(home, locked.name));
    return isDisplaced ? { ...named, locked: "invalid" } : named;
  });
}

interface Given {
  readonly lock: Lock;
  readonly ruler: NameRuler;
  /** The types that a rule names otherwise than the lock. */
  readonly renamed: ReadonlySet<QualifiedName>;
}

function operationsIn(model: Model, { lock, ruler, renamed }: Given): AllNamed["operations"] {
  const keys = operationKeys(model.operations);
  return model.operations.map((element) => {
    const key = keys.get(element) ?? "";
    const own = namespaceOf(element.name);
    const away = lock.entry(keyIn(own, key));
    const binding = bindingTypeOf(element)?.type;
    const entry = binding !== undefined && renamed.has(binding) ? undefined : (away ?? lock.entry(key));
    const roles = rolesOfOperation(element, model.protocol);
    const names = namesOf(roles.length === 0 ? undefined : ruledOperation(element, key, ruler), entry);
    return { element, home: away === undefined ? homeOf(element, model) : own, roles, ...names };
  });
}

/** Names of a bound operation begin with that of a type, which has the name that a pattern gives it. */
function ruledOperation(operation: Operation, key: string, ruler: NameRuler): RuledName | undefined {
  const { name } = operation;
  return bindingTypeOf(operation) === undefined ? ruler.of(name, key) : ruler.exact(key, name);
}

/** A rule stands before the lock, which then holds the name of the rule. */
function namesOf(ruled: RuledName | undefined, locked: Named["locked"]) {
  const isRenamed = ruled !== undefined && (typeof locked !== "object" || locked.name !== ruled.name);
  return { ruled, locked: isRenamed ? undefined : locked, isRenamed };
}

/**
 * The namespace whose files hold the parameters and result of an operation. Names for a bound operation begin with that of
 * its binding type, so they stand beside that type where it is known.
 */
function homeOf(operation: Operation, model: Model): string {
  const binding = bindingTypeOf(operation)?.type;
  return namespaceOf(binding !== undefined && model.type(binding) !== undefined ? binding : operation.name);
}

/** The name of the lock by role, as it is there or as it follows from that of the element; undefined without an entry. */
export function lockedRole({ locked }: Named, [role, pattern]: RolePattern): unknown {
  if (locked === undefined || locked === "invalid") return undefined;
  return Object.hasOwn(locked.roles, role) ? locked.roles[role] : nameBy(pattern, locked.name);
}
