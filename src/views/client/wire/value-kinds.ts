/** Kinds of values whose form in the payloads of OData 2.0 and 3.0 is not the one that apps see. */
import type { Property, StructuredType, TypeRef } from "../../../edm/elements.js";
import { edmTypeOf } from "../../../edm/primitive-types.js";
import { compareText, isStructured, type Model } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import { callsOf } from "./calls.js";
import { kindTable, type KindTable, type LiteralUse } from "./kind-table.js";
import type { Segments } from "./segments.js";
import type { Way } from "./ways.js";

const VALUE_KINDS: ReadonlySet<string> = new Set([
  "DateTime",
  "DateTimeOffset",
  "Time",
  "Int64",
  "Decimal",
  "Double",
  "Single",
]);

/** By the names of properties, and of function imports for their results. */
export function valueKinds(model: Model, paths: Model, segments: Segments): KindTable {
  const results = callsOf(paths, segments).map(({ operation, segment, from }) => ({
    from,
    name: segment,
    kind: operation.returnType && valueKindOf(operation.returnType.type, paths),
  }));
  const properties = model.structuredTypes.flatMap((type) => propertyUses(type, model));
  return kindTable([...properties, ...results], undefined, "");
}

/** The properties of the type, and those that a value of a derived type has besides. */
function propertyUses(type: StructuredType, model: Model): readonly LiteralUse[] {
  const inherited = [type, ...model.bases(type)].flatMap(({ properties }) => properties);
  const own = new Set(inherited.map(({ name }) => name));
  const below = model.derived(type.name).flatMap(({ properties }) => properties);
  const all = [...inherited, ...below.filter(({ name }) => !own.has(name))];
  return all.map((property) => ({ from: type.name, name: property.name, kind: kindOf(property, model) }));
}

function kindOf({ type }: Property, model: Model): string | undefined {
  return type && valueKindOf(type.type, model);
}

function valueKindOf(name: QualifiedName, model: Model): string | undefined {
  const type = model.type(name);
  const primitive = edmTypeOf(type?.kind === "TypeDefinition" ? type.underlyingType : name);
  return primitive !== undefined && VALUE_KINDS.has(primitive) ? primitive : undefined;
}

/** Names of single-valued navigation properties to entities with a property `value`; see `Facts.navigation`. */
export function navigationNames(model: Model): readonly string[] {
  const { structuredTypes } = model;
  const properties = new Set<string>(structuredTypes.flatMap((type) => type.properties.map(({ name }) => name)));
  const names = structuredTypes
    .flatMap(({ navigationProperties }) => navigationProperties)
    .filter(({ name, type }) => type?.collection === false && !properties.has(name) && hasValue(type.type, model))
    .map(({ name }) => name);
  return [...new Set<string>(names)].sort(compareText);
}

/** Whether an entity of a type, or of one derived from it, may have a property `value`. */
function hasValue(name: QualifiedName, model: Model): boolean {
  const type = model.type(name);
  if (type === undefined || !isStructured(type)) return false;
  const types = [type, ...model.bases(type), ...model.derived(name)];
  return types.some(({ properties }) => properties.some((property) => property.name === "value"));
}

/**
 * The ways on which values are within others: properties, and the results of operations. Selected paths may lead over
 * fewer navigation properties than values have.
 */
export function waysToValues(model: Model, paths: Model, segments: Segments): readonly Way[] {
  const properties = model.structuredTypes.flatMap((type) =>
    [type, ...model.bases(type)].flatMap(({ properties: own, navigationProperties }) =>
      [...own, ...navigationProperties].flatMap(({ name, type: to }) => wayTo(type.name, name, to, model)),
    ),
  );
  const results = callsOf(paths, segments).flatMap(({ operation, segment, from }) =>
    wayTo(from, segment, operation.returnType, model),
  );
  return [...properties, ...results];
}

function wayTo(from: string, segment: string, ref: TypeRef | undefined, model: Model): readonly Way[] {
  const type = ref && model.type(ref.type);
  if (ref === undefined || type === undefined || !isStructured(type)) return [];
  return [{ from, segment, to: type.name, collection: ref.collection }];
}
