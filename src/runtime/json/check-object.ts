import {
  always,
  contained,
  fail,
  inspect,
  isObject,
  listed,
  nullable,
  nullableItems,
  nullItemsOnRead,
  reject,
  unreadable,
  WHOLE,
  type Check,
  type Context,
  type JsonObject,
  type Name,
  type ValueCheck,
} from "./check-context.js";
import { typeOnWrite } from "./check-type.js";
import { typeKey, typeName } from "./type-name.js";

// Deeper than any real payload, and far from overflowing the stack. Also ends the walk through cyclic objects.
const MAX_DEPTH = 512;

// From here on objects that hold others are remembered, so that each is checked once more at most.
const MANY_VISITS = 100_000;

/** A value of a complex or entity type. */
export function object(value: unknown, context: Context, name: Name, check: Check, flags: number = nullable): void {
  if (isObject(value) && !(flags & context.refused)) lookInto(value, context, name, check);
  else reject(value, context, name, flags, "an object");
}

/** Checks an object within another. */
export function lookInto(value: JsonObject, context: Context, name: Name, check: Check): void {
  if (context.halted) return;
  if (context.depth === MAX_DEPTH) {
    fail(context, name, "depth", value, `at most ${MAX_DEPTH} objects deep`);
    // An object with two cycles would otherwise be walked in every combination.
    context.halted = true;
    return;
  }
  const visits = ++context.visits;
  if (context.visited?.get(check)?.has(value)) return;
  const before = context.found?.issues.length ?? 0;
  const { required } = context;
  context.required = context.requiredBelow;
  context.depth++;
  inspect(value, context, check);
  context.depth--;
  context.required = required;
  prefix(context, before, name);
  if (visits > MANY_VISITS && context.visits > visits) remember(value, context, check);
}

/** Remembers an object that holds others. Objects that share others, unlike JSON, have exponentially many paths. */
function remember(value: JsonObject, context: Context, check: Check): void {
  const visited = (context.visited ??= new Map());
  visited.set(check, (visited.get(check) ?? new Set()).add(value));
}

/** Prepends a name to the paths of the issues recorded since `from`. Valid values thus build no path. */
function prefix({ found }: Context, from: number, name: Name): void {
  if (found === undefined || found.issues.length === from || name === WHOLE) return;
  for (const issue of found.issues.slice(from)) issue.path.unshift(name);
}

/** An entity in the parameters of an action, or a reference to one that exists. */
export function entity(value: unknown, context: Context, name: Name, check: Check, flags: number = nullable): void {
  if (!isObject(value) || !isReference(value)) object(value, context, name, check, flags);
}

/** Whether an object stands for an entity that exists: its URL, and annotations alone (OData JSON Format 4.01 §14). */
export function isReference(value: JsonObject): boolean {
  return hasUrl(value) && Object.keys(value).every((name) => name.includes("@"));
}

function hasUrl(value: JsonObject): boolean {
  return typeof (value["@odata.id"] ?? value["@id"]) === "string";
}

/** A collection of entities or references; see {@link entity}. */
export function entities(
  value: unknown,
  context: Context,
  name: Name,
  check: Check,
  flags: number = nullable | nullableItems,
): void {
  collection(value, context, name, (item, c, index, itemFlags) => entity(item, c, index, check, itemFlags), flags);
}

/** A collection. The flags apply to the collection itself, except those of its items. */
export function collection(
  value: unknown,
  context: Context,
  name: Name,
  item: ValueCheck,
  flags: number = nullable | nullableItems,
): void {
  if (!Array.isArray(value) || flags & context.refused) return reject(value, context, name, flags, "an array");
  const before = context.found?.issues.length ?? 0;
  const itemFlags = flagsOfItems(flags, context);
  try {
    for (let i = 0; i < value.length && !context.halted; i++) item(value[i], context, i, itemFlags);
  } catch {
    unreadable(context);
  }
  prefix(context, before, name);
}

/** A collection of complex or entity values. Unlike {@link collection}, it needs no closure for its items. */
export function objects(
  value: unknown,
  context: Context,
  name: Name,
  check: Check,
  flags: number = nullable | nullableItems,
): void {
  if (!Array.isArray(value) || flags & context.refused) return reject(value, context, name, flags, "an array");
  const before = context.found?.issues.length ?? 0;
  const itemFlags = flagsOfItems(flags, context);
  try {
    for (let i = 0; i < value.length && !context.halted; i++) object(value[i], context, i, check, itemFlags);
  } catch {
    unreadable(context);
  }
  prefix(context, before, name);
}

function flagsOfItems(flags: number, { strict }: Context): number {
  return flags & nullableItems || (flags & nullItemsOnRead && !strict) ? always | nullable : always;
}

/** A related entity: only checked to be an object, since checking it is up to `related`. */
export function navigation(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (value === undefined && !(flags & always)) noteLink(context, name, false, flags);
  else if (!isObject(value) || flags & context.refused) reject(value, context, name, flags, "an object");
}

/** A collection of related entities; see {@link navigation}. */
export function navigationMany(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (value === undefined) return noteLink(context, name, true, flags);
  collection(value, context, name, relatedItem, flags);
}

/** One of a collection of related entities. */
function relatedItem(value: unknown, context: Context, name: Name, flags?: number): void {
  if (!isObject(value)) reject(value, context, name, flags ?? nullable, "an object");
}

/** Related entities never have to be there; the names of their properties are learned. */
function noteLink({ learned }: Context, name: Name, many: boolean, flags: number): void {
  if (learned === undefined) return;
  learned.links.set(name, { many, nullable: (flags & nullable) !== 0, contained: (flags & contained) !== 0, flags });
}

/** Marks the current type as open, so that undeclared properties are accepted. */
export function open(context: Context): void {
  context.undeclared = "accepted";
}

/**
 * The own property of an object, or undefined. For properties with the name of an inherited member of every JavaScript
 * object: `constructor`, `toString`, `__proto__`.
 */
export function own(value: JsonObject, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * Combines the checks of a type and its derived types: runs that of the type in `@odata.type`, else that of the base.
 * `name` is that of the base; null where it is abstract, since no value is of it, and undefined where the type is
 * looked at elsewhere. In what is written, the type has to be one of them.
 */
export function variants(
  name: string | null | undefined,
  base: Check,
  derived: Readonly<Record<string, Check>>,
): Check {
  return (value, context) => {
    const given = typeName(value);
    const check = given !== undefined && Object.hasOwn(derived, given) ? derived[given] : undefined;
    if (check === undefined && name !== undefined && given !== name) typeOnWrite(value, context, name);
    inspect(value, context, check ?? base);
    context.undeclared = "found";
  };
}

/** Validation.DerivedTypeConstraint: what is written is of one of these types; unnamed it is of the declared one. */
export function types(
  value: unknown,
  context: Context,
  name: Name,
  declared: string,
  ...allowed: readonly string[]
): void {
  if (!context.strict || context.halted) return;
  if (Array.isArray(value))
    return collection(value, context, name, (item, c, index) => types(item, c, index, declared, ...allowed));
  if (!isObject(value)) return;
  const given = typeName(value);
  // An entity that exists, given by its URL, has its type.
  if (allowed.includes(given ?? declared) || (given === undefined && hasUrl(value))) return;
  const before = context.found?.issues.length ?? 0;
  fail(context, typeKey(value), "odata-type", given, `one of ${listed(allowed)}`);
  prefix(context, before, name);
}
