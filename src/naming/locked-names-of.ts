/** What is kept of the names of a run. */
import type { Operation } from "../edm/elements.js";
import { bindingTypeOf, type EdmType, isType, type Model } from "../edm/model.js";
import { namespaceOf } from "../edm/names.js";
import type { LockedName, LockedNames } from "./locked-names.js";
import type { GivenNames } from "./named.js";
import type { Names } from "./names.js";
import { keyIn, operationKeys } from "./operation-keys.js";
import { nameBy, operationPatterns, suffixOf, typePatterns } from "./roles.js";

/** What is to be kept of the names of a whole model, sorted. */
export function lockedNamesOf(names: Names, model: Model): LockedNames {
  const [flat, ...others] = names.modules;
  const entries = [...typeEntries(names, model), ...operationEntries(names, model)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const isEmpty = others.length === 0 && entries.length === 0;
  return {
    ...(flat !== undefined && flat.namespace !== "" && !isEmpty && { flat: flat.namespace }),
    modules: Object.fromEntries(others.map(({ namespace, identifier }) => [namespace, identifier])),
    names: Object.fromEntries(entries),
  };
}

type Entry = readonly [key: string, name: LockedName];

function typeEntries(names: Names, { elements }: Model): readonly Entry[] {
  const types = elements.filter(isType);
  const isUnclear = unclear(types, typePatterns, names);
  return types.map((type) => [type.name, lockedName(type, names.given(type), typePatterns, isUnclear)]);
}

function operationEntries(names: Names, { operations }: Model): readonly Entry[] {
  const keys = operationKeys(operations);
  const named = operations.filter((operation) => names.given(operation).roles.size > 0);
  const isUnclear = unclear(named, operationPatterns, names);
  return named.map((operation) => {
    const locked = lockedName(operation, names.given(operation), operationPatterns, isUnclear);
    const home = names.moduleOf(operation).namespace;
    const binding = bindingTypeOf(operation)?.type;
    const isAway = binding !== undefined && namespaceOf(binding) !== home;
    const key = keys.get(operation) ?? operation.name;
    return [isAway ? keyIn(home, key) : key, locked];
  });
}

type Element = EdmType | Operation;
type Patterns = Readonly<Record<string, string>>;
type IsUnclear = (element: Element, name: string) => boolean;

function lockedName(
  element: Element,
  { name, roles }: GivenNames,
  patterns: Patterns,
  isUnclear: IsUnclear,
): LockedName {
  const own = [...roles].filter(
    ([role, given]) => given !== nameBy(patterns[role] ?? "", name) || isUnclear(element, given),
  );
  return own.length === 0 ? name : { name, roles: Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/**
 * Whether a name of one element is also what another one of its module would call a role that it has not yet: of
 * `user`, which is complex, and `userCreate`, the second has `userCreateSchema`; once `user` is an entity type, it wants
 * that, too. Such names are kept as they are, so that they stand before those that follow.
 */
function unclear(elements: readonly Element[], patterns: Patterns, names: Names): IsUnclear {
  const holders = new Map<string, Element>();
  const keyOf = (element: Element, base: string) => `${homeOf(element, names)} ${base.toLowerCase()}`;
  for (const element of elements) holders.set(keyOf(element, names.given(element).name), element);
  const suffixes = [...new Set(Object.values(patterns).map((pattern) => suffixOf(pattern).toLowerCase()))];
  return (element, name) => {
    const lower = name.toLowerCase();
    return suffixes.some((suffix) => {
      if (!lower.endsWith(suffix)) return false;
      const holder = holders.get(keyOf(element, lower.slice(0, -suffix.length)));
      return holder !== undefined && holder !== element;
    });
  };
}

function homeOf(element: Element, names: Names): string {
  return names.moduleOf(isType(element) ? element.name : element).namespace;
}
