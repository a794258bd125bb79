/** Which operations of two versions are the same. */
import type { Operation, TypeRef } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { bindingTypeOf, isStructured, type Model } from "../../edm/model.js";
import type { Pair, Paired } from "../pairs.js";

/**
 * `ns.op(types)`, as annotations name one overload: an action by its binding type, a function by the types of its
 * parameters (CSDL 4.01 §14.2.1).
 */
export function overloadName({ kind, name, bound, parameters }: Operation): string {
  const types = kind === "Function" ? parameters : bound === true ? parameters.slice(0, 1) : [];
  return `${name}(${types.map(({ type }) => refText(type)).join(",")})`;
}

export function refText(type: TypeRef | undefined): string {
  if (type === undefined) return "unknown";
  return type.collection ? `Collection(${type.type})` : type.type;
}

/** Overloads by name and binding, then by the names of their parameters; what is left over is paired where it is alike. */
export function pairedOperations(before: readonly Operation[], after: readonly Operation[]): Paired<Operation> {
  const now = groupBy(after, placeKey);
  const groups = [...groupBy(before, placeKey)].map(([key, old]) => pairedOverloads(old, now.get(key) ?? []));
  const old = new Set(before.map(placeKey));
  return {
    removed: groups.flatMap(({ removed }) => removed),
    added: [...groups.flatMap(({ added }) => added), ...after.filter((operation) => !old.has(placeKey(operation)))],
    both: groups.flatMap(({ both }) => both),
  };
}

function placeKey(operation: Operation): string {
  const { name, bound } = operation;
  return `${name} ${bound === true ? refText(bindingTypeOf(operation)) : ""}`;
}

function pairedOverloads(before: readonly Operation[], after: readonly Operation[]): Paired<Operation> {
  const both: Pair<Operation>[] = [];
  const [old, now] = [new Set(before), new Set(after)];
  // From the pairs that are most alike to those that share the name alone.
  const candidates = before
    .flatMap((one) => after.map((other) => ({ one, other, likeness: likeness(one, other) })))
    .sort((a, b) => b.likeness - a.likeness);
  for (const { one, other } of candidates) {
    if (!old.has(one) || !now.has(other)) continue;
    old.delete(one);
    now.delete(other);
    both.push({ before: one, after: other });
  }
  return { removed: [...old], added: [...now], both };
}

function likeness(one: Operation, other: Operation): number {
  const names = new Set(one.parameters.map(({ name }) => name));
  const shared = other.parameters.filter(({ name }) => names.has(name)).length;
  const isSame = shared === names.size && shared === other.parameters.length;
  const types =
    one.parameters.map(({ type }) => refText(type)).join() === other.parameters.map(({ type }) => refText(type)).join();
  return (one.kind === other.kind ? 1000 : 0) + (isSame ? 100 : 0) + (types ? 10 : 0) + shared;
}

/** Whether one operation is bound to a type derived from that of the other, and alike else. */
export function isMovedUp(before: Operation, after: Operation, model: Model): boolean {
  const [old, now] = [bindingTypeOf(before), bindingTypeOf(after)];
  if (old === undefined || now === undefined || old.collection !== now.collection) return false;
  if (before.name !== after.name || before.kind !== after.kind) return false;
  const type = model.type(old.type);
  const isBase = type !== undefined && isStructured(type) && model.bases(type).some(({ name }) => name === now.type);
  return isBase && namesOf(before) === namesOf(after);
}

function namesOf({ parameters }: Operation): string {
  return parameters
    .slice(1)
    .map(({ name }) => name)
    .join();
}
