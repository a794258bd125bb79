/** Data of a service, made from a seed and the path of each value alone: nothing is random, and no clock is read. */
import { concreteTypes, keyProperties, membersOf, own } from "../query/names.js";
import type { MockEnum, MockNavigation, MockOperation, MockProperty } from "../service.js";
import { placeAt, type DataContext, type Place } from "./place.js";
import { primitiveOf } from "./primitive-values.js";

/** As deep as this, values are null and collections empty, where they may be. */
const DEEP = 3;
/** As deep as this they are cut off: a type that needs a value of itself would never end. */
const DEEPEST = 6;

/**
 * An entity or a complex value of a type, or of one derived from it where it is abstract. `path` is such as `users/3`:
 * the last whole number in it is in texts and keys.
 */
export function entityOf(typeName: string, path: string, context: DataContext): Record<string, unknown> {
  return objectValue({ type: typeName }, placeAt(path, context));
}

/** Entities of a set, with distinct keys: fewer than `count` where a key has not as many values. */
export function entitiesOf(childName: string, count: number, context: DataContext): Record<string, unknown>[] {
  const child = context.service.children[childName];
  return !child || child.kind === "import" ? [] : severalOf(child, childName, count, context);
}

/** The entities that an entity contains: one, or a few. `path` is that of the entity. */
export function containedOf(
  navigation: MockNavigation,
  name: string,
  path: string,
  context: DataContext,
): Record<string, unknown>[] {
  const { path: below, hash } = placeAt(`${path}/${name}`, context);
  return severalOf(navigation, below, navigation.collection ? 1 + (hash % 3) : 1, context);
}

/**
 * The positions, from 0, of the entities that a navigation property leads to, in a set of `count` entities: at most
 * three, and mostly one where it is single. `path` is that of the entity.
 */
export function linksOf(
  { collection, nullable }: MockNavigation,
  name: string,
  path: string,
  count: number,
  context: DataContext,
): number[] {
  const { hash } = placeAt(`${path}/${name}`, context);
  const wanted = collection ? hash % 4 : nullable && isAbsent(hash) ? 0 : 1;
  return Array.from({ length: Math.min(wanted, count) }, (_, index) => (hash + index) % count);
}

/** The value of a property or parameter; `path` is that of the object or the request that it belongs to. */
export function valueOf(property: MockProperty, name: string, path: string, context: DataContext): unknown {
  return memberValue(property, name, placeAt(path, context));
}

/** What an operation returns: one value, or one or two items. `path` is that of the request. */
export function resultOf(
  { type, collection }: NonNullable<MockOperation["returns"]>,
  path: string,
  context: DataContext,
): unknown {
  return valueOf({ type, ...(collection && { collection }) }, "value", path, context);
}

function severalOf(
  type: Pick<MockProperty, "type" | "derived">,
  path: string,
  count: number,
  context: DataContext,
): Record<string, unknown>[] {
  const key = keyProperties(context.service, type.type);
  const known = new Set<string>();
  return Array.from({ length: count }, (_, index) =>
    objectValue(type, placeAt(`${path}/${index + 1}`, context)),
  ).filter(
    // Adds the key of the entity, and keeps the entity where the set has grown.
    (entity, index) =>
      known.size < known.add(JSON.stringify(key.length > 0 ? key.map((name) => entity[name]) : index)).size,
  );
}

function objectValue(declared: Pick<MockProperty, "type" | "derived">, at: Place): Record<string, unknown> {
  const name = concreteOf(declared, at);
  const { service } = at.context;
  const key = keyProperties(service, name);
  const entries: [string, unknown][] = name === declared.type ? [] : [["@odata.type", `#${name}`]];
  for (const [member, property] of membersOf(service, name)) {
    if (property.navigation) continue;
    if (property.type === "Edm.Stream") entries.push([`${member}@odata.mediaContentType`, "application/octet-stream"]);
    else entries.push([member, memberValue(property, member, at, at.isKey || key.includes(member))]);
  }
  // Defines what it sets, since a property may be called `__proto__`.
  return Object.fromEntries(entries);
}

/** The type that a value is of: the declared one, unless that is abstract, or not among those that are allowed. */
function concreteOf({ type, derived }: Pick<MockProperty, "type" | "derived">, { context, hash }: Place): string {
  const { service } = context;
  const declared = own(service.types, type);
  if (!declared || (derived ? derived.includes(type) : !declared.abstract)) return type;
  const possible = derived?.filter((name) => !own(service.types, name)?.abstract) ?? concreteTypes(service, type);
  return possible[hash % possible.length] ?? type;
}

/** The value of a member of the object at a place. */
function memberValue(property: MockProperty, name: string, { path, context, depth }: Place, isKey = false): unknown {
  const below = `${path}/${name}`;
  const at = placeAt(below, context, depth + 1, isKey);
  const isObject = context.service.types[property.type] !== undefined;
  const isDeep = isObject && depth >= DEEP;
  if (property.collection) {
    const { minItems = isDeep ? 0 : 1, maxItems = 9 } = property;
    const count = Math.min(minItems + (isDeep ? 0 : at.hash % 2), maxItems);
    return Array.from({ length: depth > DEEPEST ? 0 : count }, (_, index) =>
      itemValue(property, name, placeAt(`${below}/${index + 1}`, context, depth + 1)),
    );
  }
  if (property.nullable && !isKey && (isDeep || isAbsent(at.hash))) return null;
  return isObject && depth > DEEPEST ? {} : itemValue(property, name, at);
}

/** Values that may be null are there seven times out of eight. */
function isAbsent(hash: number): boolean {
  return hash % 8 > 6;
}

function itemValue(property: MockProperty, name: string, at: Place): unknown {
  const { types, enums, definitions } = at.context.service;
  const { type } = property;
  const enumeration = enums[type];
  if (enumeration) return namesIn(enumeration, at.isKey ? at.position : at.hash);
  if (types[type]) return objectValue(property, at);
  const kind = (definitions?.[type] ?? type).replace("Edm.", "");
  // The abstract types of all entities and of all complex values have objects.
  return /^(Complex|Entity)T/.test(kind) ? {} : primitiveOf(kind, name, at, property);
}

/** The name of a member; of flags one or two. No service sends the one that stands for members it has added. */
function namesIn({ members, flags }: MockEnum, number: number): string {
  const known = members.filter(([name]) => name !== "unknownFutureValue");
  const bits = flags ? known.filter(([, value]) => Number.isInteger(Math.log2(Number(value)))) : [];
  const start = number % (bits.length || known.length);
  const chosen = bits.length > 0 ? bits.slice(start, start + 1 + ((number >> 4) & 1)) : known.slice(start, start + 1);
  return chosen.map(([name]) => name).join(",") || "0";
}
