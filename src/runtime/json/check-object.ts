import {
  always,
  fail,
  inspect,
  isObject,
  nullable,
  nullableItems,
  reject,
  type Check,
  type Context,
  type JsonObject,
  type Name,
  type ValueCheck,
} from "./check-context.js";
import { typeName } from "./type-name.js";

// Deeper than any real payload, and far from the end of the stack. Cyclic objects end here, too.
const MAX_DEPTH = 512;

/** A value of a structured type. */
export function object(value: unknown, context: Context, name: Name, check: Check, flags: number = nullable): void {
  if (isObject(value) && !(flags & context.refused)) lookInto(value, context, name, check);
  else reject(value, context, name, flags, "an object");
}

function lookInto(value: JsonObject, context: Context, name: Name, check: Check): void {
  if (context.halted) return;
  if (context.depth === MAX_DEPTH) {
    fail(context, name, "depth", "is nested too deeply");
    // Two cycles in one object would otherwise be walked in every combination.
    context.halted = true;
    return;
  }
  const before = context.issues?.length ?? 0;
  context.depth++;
  inspect(value, context, check);
  context.depth--;
  prefix(context, before, name);
}

/** Paths are put together only where something is wrong, so that a valid value costs none. */
function prefix({ issues }: Context, from: number, name: Name): void {
  if (issues === undefined || issues.length === from || name === "") return;
  for (const issue of issues.slice(from)) issue.path.unshift(name);
}

/** A collection. The flags are those of the collection; `nullableItems` is about its items. */
export function collection(
  value: unknown,
  context: Context,
  name: Name,
  item: ValueCheck,
  flags: number = nullable | nullableItems,
): void {
  if (!isCollection(value) || flags & context.refused) return reject(value, context, name, flags, "an array");
  const before = context.issues?.length ?? 0;
  const itemFlags = flagsOfItems(flags);
  for (let i = 0; i < value.length && !context.halted; i++) item(value[i], context, i, itemFlags);
  prefix(context, before, name);
}

/** A collection of values of a structured type; apart from {@link collection}, so that items cost no closure. */
export function objects(
  value: unknown,
  context: Context,
  name: Name,
  check: Check,
  flags: number = nullable | nullableItems,
): void {
  if (!isCollection(value) || flags & context.refused) return reject(value, context, name, flags, "an array");
  const before = context.issues?.length ?? 0;
  const itemFlags = flagsOfItems(flags);
  for (let i = 0; i < value.length && !context.halted; i++) object(value[i], context, i, check, itemFlags);
  prefix(context, before, name);
}

function isCollection(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function flagsOfItems(flags: number): number {
  return flags & nullableItems ? always | nullable : always;
}

/** A related entity. It is not looked into: what an entity is related to is not part of it. */
export function navigation(value: unknown, context: Context, name: Name, flags: number = nullable): void {
  if (!isObject(value) || flags & context.refused) reject(value, context, name, flags, "an object");
}

/** Related entities; see {@link navigation}. */
export function navigationMany(value: unknown, context: Context, name: Name, flags?: number): void {
  collection(value, context, name, navigation, flags);
}

/** `@odata.type` of a type that has no base: any name, or the one name that a type without descendants can have. */
export function odataType(value: unknown, context: Context, name?: string): void {
  if (value === undefined) return;
  if (typeof value !== "string") reject(value, context, "@odata.type", 0, "a string");
  else if (name !== undefined) odataTypeName(value, context, name);
}

/** The one name of a derived type without descendants; that it is a string, the check of the base has seen to. */
export function odataTypeName(value: unknown, context: Context, name: string): void {
  if (typeof value === "string" && value.slice(value.lastIndexOf("#") + 1) !== name) {
    fail(context, "@odata.type", "odata-type", `must be "#${name}"`);
  }
}

/** Says that the type at hand is open: it may have properties that the schema does not list. */
export function open(context: Context): void {
  context.open = true;
}

/**
 * A property named like a member of every JavaScript object (`constructor`, `toString`, `__proto__`):
 * the object's own, or none.
 */
export function own(value: JsonObject, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Where a type has descendants: the check of the type that the value names, else that of the type itself. */
export function variants(base: Check, derived: Readonly<Record<string, Check>>): Check {
  return (value, context) => {
    // The names that are known depend on the value, so this function looks for others itself.
    open(context);
    const name = typeName(value) ?? "";
    inspect(value, context, (Object.hasOwn(derived, name) && derived[name]) || base);
  };
}
