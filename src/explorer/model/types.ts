/** Types and operations by their names, and what follows from base types. */
import { groupBy } from "../../edm/grouping.js";
import type { StructuredData, TypeData } from "../../explore/data/format.js";
import { data, finder, once } from "./model.js";
import { nameInType } from "./type-names.js";

export const types = once(() => new Map(data.types.map((type) => [type.name, type])));

/** Overloads by qualified name. */
export const operations = once(() => groupBy(data.operations, ({ name }) => name));

/** The operations bound to a type or to collections of it. */
export const operationsBoundTo = finder(
  () => data.operations,
  ({ boundTo }) => nameInType(boundTo),
);

export const structuredTypes = once(() => data.types.filter(isStructured));

const typesBasedOn = finder(structuredTypes, ({ base = "" }) => base);

export function isStructured(type: TypeData | undefined): type is StructuredData {
  return type?.kind === "EntityType" || type?.kind === "ComplexType";
}

export function structuredType(name: string): StructuredData | undefined {
  const type = types().get(name);
  return isStructured(type) ? type : undefined;
}

/** The types directly derived from a type. */
export function derivedFrom({ name }: StructuredData): readonly StructuredData[] {
  return typesBasedOn(name);
}

const derivations = finder(
  () => structuredTypes().flatMap((type) => basesOf(type).map((base) => ({ base, type }))),
  ({ base }) => base,
);

/** The types derived from a type, and those from them. */
export function allDerivedFrom(type: StructuredData): readonly StructuredData[] {
  return derivations(type).map((one) => one.type);
}

/** Base types, nearest first. */
export function basesOf(type: StructuredData): readonly StructuredData[] {
  const bases: StructuredData[] = [];
  for (let base = baseOf(type); base !== undefined && base !== type && !bases.includes(base); base = baseOf(base))
    bases.push(base);
  return bases;
}

function baseOf({ base = "" }: StructuredData): StructuredData | undefined {
  return structuredType(base);
}
