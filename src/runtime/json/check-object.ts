import {
  always,
  fail,
  inspect,
  isObject,
  nullable,
  nullableItems,
  nullItemsOnRead,
  reject,
  type Check,
  type Context,
  type JsonObject,
  type Name,
  type ValueCheck,
} from "./check-context.js";
import { typeName } from "./type-name.js";

// Deeper than any real payload, and far from overflowing the stack. Also ends the walk through cyclic objects.
const MAX_DEPTH = 512;

/** A value of a complex or entity type. */
export function object(value: unknown, context: Context, name: Name, check: Check, flags: number = nullable): void {
  if (isObject(value) && !(flags & context.refused)) lookInto(value, context, name, check);
  else reject(value, context, name, flags, "an object");
}

function lookInto(value: JsonObject, context: Context, name: Name, check: Check): void {
  if (context.halted) return;
  if (context.depth === MAX_DEPTH) {
    fail(context, name, "depth", "is nested too deeply");
    // An object with two cycles would otherwise be walked in every combination.
    context.halted = true;
    return;
  }
  const before = context.found?.issues.length ?? 0;
  context.depth++;
  inspect(value, context, check);
  context.depth--;
  prefix(context, before, name);
}

/** Prepends a name to the paths of the issues recorded since `from`. Valid values thus build no path. */
function prefix({ found }: Context, from: number, name: Name): void {
  if (found === undefined || found.issues.length === from || name === "") return;
  for (const issue of found.issues.slice(from)) issue.path.unshift(name);
}

/** An entity in the parameters of an action, or a reference to one that exists: an object with its URL. */
export function entity(value: unknown, context: Context, name: Name, check: Check, flags: number = nullable): void {
  if (isObject(value) && typeof value["@odata.id"] === "string") return;
  object(value, context, name, check, flags);
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

/** A collection. The flags apply to the collection itself, except `nullableItems`. */
export function collection(
  value: unknown,
  context: Context,
  name: Name,
  item: ValueCheck,
  flags: number = nullable | nullableItems,
): void {
  if (!Array.isArray(value) || flags & context.refused) return reject(value, context, name, flags, "an array");
  const before = context.found?.issues.length ?? 0;
  const itemFlags = mayHaveNull(context, flags) ? always | nullable : always;
  for (let i = 0; i < value.length && !context.halted; i++) item(value[i], context, i, itemFlags);
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
  const itemFlags = mayHaveNull(context, flags) ? always | nullable : always;
  for (let i = 0; i < value.length && !context.halted; i++) object(value[i], context, i, check, itemFlags);
  prefix(context, before, name);
}

function mayHaveNull({ strict }: Context, flags: number): boolean {
  return Boolean(flags & nullableItems) || (Boolean(flags & nullItemsOnRead) && strict === undefined);
}

/** A related entity: only checked to be an object, since validating it is up to the validator of its own type. */
export function navigation(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (!isObject(value) || flags & context.refused) reject(value, context, name, flags, "an object");
}

/** A collection of related entities; see {@link navigation}. */
export function navigationMany(value: unknown, context: Context, name: Name, flags?: number): void {
  collection(value, context, name, navigation, flags);
}

/** The `@odata.type` of a type without a base type: a string and, if `name` is given (no derived types), that name. */
export function odataType(value: unknown, context: Context, name?: string): void {
  if (value === undefined) return;
  if (typeof value !== "string") reject(value, context, "@odata.type", 0, "a string");
  else if (name !== undefined) odataTypeName(value, context, name);
}

/**
 * The `@odata.type` of a derived type without derived types of its own. Strings only: the check of the base reports
 * others.
 */
export function odataTypeName(value: unknown, context: Context, name: string): void {
  if (typeof value === "string" && value.slice(value.lastIndexOf("#") + 1) !== name) {
    fail(context, "@odata.type", "odata-type", `must be "#${name}"`);
  }
}

/** Marks the current type as open, so that undeclared properties are accepted. */
export function open(context: Context): void {
  context.open = true;
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
 */
export function variants(base: Check, derived: Readonly<Record<string, Check>>): Check {
  return (value, context) => {
    // The known properties depend on the value, so the caller cannot look for unknown ones: `inspect` does it here.
    open(context);
    const name = typeName(value) ?? "";
    inspect(value, context, (Object.hasOwn(derived, name) && derived[name]) || base);
  };
}
