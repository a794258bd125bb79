import type { Annotation } from "../../edm/annotations.js";
import type { Property, StructuredType, TypeName, TypeRef } from "../../edm/elements.js";
import { isQualifiedName, type QualifiedName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";
import { Core, tag } from "../../edm/vocabulary.js";
import type { BodyTree, ReadExample } from "./examples.js";
import { checkedName, placeOf, type Reading } from "../reading.js";
import { isAnnotationName } from "../types/property-rows.js";
import { isEdmType, shortNameOf } from "../tables/type-cell.js";
import { entriesOf, stringIn, type JsonEntry, type JsonNode, type JsonScalar } from "../json/json-tree.js";

/** What the page says of the bodies that its examples show. */
export interface ExpectedBodies {
  readonly body?: TypeRef<TypeName>;
  readonly returns?: TypeRef<TypeName>;
  /** An action or function: its body is its parameters, its values need not be entities. */
  readonly isOperation: boolean;
  /** Whether an entity is made: what its response shows beyond the request is set by the service. */
  readonly creates: boolean;
}

/** Where an object stands; what stands in a path is an entity, a value inside another object is none. */
type Place = "entity" | "value" | "operation";

interface Found {
  readonly type: TypeName;
  readonly at: number;
  entity: boolean;
  readonly properties: Map<string, Property<TypeName>>;
}

interface Walk {
  readonly reading: Reading;
  readonly base: number;
  readonly types: Map<string, Found>;
}

/** The structured types that only the objects of the examples tell of. */
export function exampleTypes(
  reading: Reading,
  examples: readonly ReadExample[],
  expected: ExpectedBodies,
): readonly StructuredType<TypeName>[] {
  const types = new Map<string, Found>();
  for (const { requestBody, responseBody, responseType } of examples) {
    if (requestBody !== undefined) walkRequest({ reading, base: requestBody.at, types }, requestBody, expected);
    if (responseBody !== undefined)
      walkResponse({ reading, base: responseBody.at, types }, responseBody, expected, responseType);
  }
  if (expected.creates) markComputed(reading, examples, types);
  return [...types.values()].map((found) => structuredType(reading, found));
}

function walkRequest(walk: Walk, { root }: BodyTree, { body, isOperation }: ExpectedBodies): void {
  if (isOperation) {
    for (const { value } of entriesOf(root))
      for (const item of itemsOf(value)) walkObject(walk, item, undefined, "operation");
  } else walkObject(walk, root, modelType(body), "entity");
}

function walkResponse(
  walk: Walk,
  { root }: BodyTree,
  { returns, isOperation }: ExpectedBodies,
  stated: QualifiedName | undefined,
): void {
  const expected = modelType(returns);
  const agreed = stated === undefined || expected === undefined || shortNameOf(expected) === shortNameOf(stated);
  const type = agreed ? (stated ?? expected) : undefined;
  const entries = entriesOf(root).filter(({ name }) => !isAnnotationName(name));
  const value = entries.find(({ name }) => name === "value")?.value;
  const place = isOperation ? "operation" : "entity";
  if (value?.kind === "array") for (const item of itemsOf(value)) walkObject(walk, item, type, place);
  // Pages put an entity in a `value`, too, as the service does not.
  else if (value?.kind === "object" && entries.length === 1) walkObject(walk, value, type, place);
  else walkObject(walk, root, returns?.collection === true ? undefined : type, place);
}

function modelType(ref: TypeRef<TypeName> | undefined): TypeName | undefined {
  return ref === undefined || isEdmType(ref.type) ? undefined : ref.type;
}

function itemsOf(node: JsonNode): readonly JsonNode[] {
  return node.kind === "array" ? node.items : [node];
}

/** Takes in an object and what stands inside; `expected` is its type where the page is certain of it. */
function walkObject(walk: Walk, node: JsonNode, expected: TypeName | undefined, place: Place): void {
  if (node.kind !== "object") return;
  const said = statedType(walk, node) ?? expected;
  // An object that a page calls a primitive wraps it; that tells of no type.
  const type = said === undefined || isEdmType(said) ? undefined : said;
  const { entries } = node;
  const found = type === undefined ? undefined : foundOf(walk, type, node);
  if (
    found !== undefined &&
    (place === "entity" || (place === "operation" && entries.some(({ name }) => name === "id")))
  ) {
    found.entity = true;
  }
  for (const entry of entries) {
    if (isAnnotationName(entry.name)) continue;
    if (entry.value.kind !== "scalar")
      for (const item of itemsOf(entry.value)) walkObject(walk, item, undefined, "value");
    if (found !== undefined) addProperty(walk, found, entry);
  }
}

function statedType({ reading, base }: Walk, node: JsonNode): QualifiedName | undefined {
  const said = stringIn(node, "@odata.type");
  const name = said?.text.replace(/^#/, "");
  if (said === undefined || name === undefined) return undefined;
  if (isQualifiedName(name)) return name;
  reading.report.add("page-name-illegal", placeOf(reading, base + said.at), {
    what: "type with its namespace",
    name: said.text,
  });
  return undefined;
}

function foundOf({ base, types }: Walk, type: TypeName, node: JsonNode): Found {
  const key = typeof type === "string" ? type : `${type.near ?? ""} ${type.short}`;
  const known = types.get(key);
  if (known !== undefined) return known;
  const at = base + (stringIn(node, "@odata.type")?.at ?? node.at);
  const found: Found = { type, at, entity: false, properties: new Map() };
  types.set(key, found);
  return found;
}

function addProperty(walk: Walk, found: Found, entry: JsonEntry): void {
  const type = typeRefOf(entry.name, typeOfValue(walk, entry.value));
  const known = found.properties.get(entry.name);
  if (known !== undefined) {
    const wider = widest(known.type, type);
    if (wider !== undefined && wider !== known.type) found.properties.set(entry.name, { ...known, type: wider });
    return;
  }
  const name = checkedName(walk.reading, entry.name, walk.base + entry.at, "property");
  if (name === undefined) return;
  const at = placeOf(walk.reading, walk.base + entry.at);
  const property: Property<TypeName> =
    type === undefined
      ? { kind: "Property", name, at, by: "example" }
      : { kind: "Property", name, type, at, by: "example" };
  found.properties.set(entry.name, property);
}

/** The type of a value as far as JSON shows it; `null`, an empty array and an object without a type show none. */
function typeOfValue(
  walk: Walk,
  node: JsonNode,
): { readonly type: TypeName; readonly collection: boolean } | undefined {
  if (node.kind === "array") {
    const items = node.items.map((item) => (item.kind === "array" ? undefined : typeOfValue(walk, item)));
    const [first, ...others] = items.map((item) =>
      item === undefined ? undefined : { type: item.type, collection: true },
    );
    return others.reduce(
      (wide, next) => (wide === undefined || next === undefined ? undefined : widest(wide, next)),
      first,
    );
  }
  const type = node.kind === "object" ? statedTypeQuietly(node) : primitiveOf(node.value, writtenAs(walk, node));
  return type === undefined ? undefined : { type, collection: false };
}

/** The walk over the object itself reports an illegal name. */
function statedTypeQuietly(node: JsonNode): QualifiedName | undefined {
  const name = stringIn(node, "@odata.type")?.text.replace(/^#/, "");
  return name !== undefined && isQualifiedName(name) ? name : undefined;
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function writtenAs({ reading, base }: Walk, { at, end }: JsonScalar): string {
  return reading.source.text.slice(base + at, base + end);
}

function primitiveOf(value: unknown, written: string): QualifiedName | undefined {
  if (typeof value === "string") return edm(DATE_TIME.test(value) ? "DateTimeOffset" : "String");
  if (typeof value === "boolean") return edm("Boolean");
  if (typeof value !== "number") return undefined;
  // `0.00` is no integer, though its value is one.
  if (!/^-?\d+$/.test(written)) return edm("Double");
  return edm(value >= -(2 ** 31) && value < 2 ** 31 ? "Int32" : "Int64");
}

const WIDENING: readonly (readonly [narrow: QualifiedName, wide: QualifiedName])[] = [
  [edm("DateTimeOffset"), edm("String")],
  [edm("Int32"), edm("Int64")],
  [edm("Int32"), edm("Double")],
  [edm("Int64"), edm("Double")],
];

/** The type that takes both values; the first one where none does. */
function widest<R extends { readonly type: TypeName; readonly collection: boolean }>(
  known: R | undefined,
  next: R | undefined,
): R | undefined {
  if (known === undefined || next === undefined) return known ?? next;
  const widens = WIDENING.some(([narrow, wide]) => known.type === narrow && next.type === wide);
  return widens && known.collection === next.collection ? next : known;
}

function typeRefOf(name: string, type: TypeRef<TypeName> | undefined): TypeRef<TypeName> | undefined {
  if (type === undefined) return undefined;
  if (type.collection) return { ...type, nullable: false };
  return name === "id" ? type : { ...type, nullable: true };
}

/** What the response to a create shows and no request does is set by the service. */
function markComputed(reading: Reading, examples: readonly ReadExample[], types: ReadonlyMap<string, Found>): void {
  const requests = examples.flatMap(({ requestBody }) => requestBody ?? []);
  const sent = new Set(requests.flatMap(({ root }) => entriesOf(root).map(({ name }) => name)));
  for (const { requestBody, responseBody } of examples) {
    if (requestBody === undefined || responseBody === undefined) continue;
    const shown = entriesOf(responseBody.root).filter(({ name }) => !isAnnotationName(name));
    const found = [...types.values()].find(
      ({ entity, properties }) => entity && shown.every(({ name }) => properties.has(name)),
    );
    for (const { name, at } of shown) {
      const property = found?.properties.get(name);
      if (found === undefined || property === undefined || sent.has(name) || property.annotations !== undefined)
        continue;
      const annotations: readonly Annotation[] = [
        tag(Core.ComputedDefaultValue, placeOf(reading, responseBody.at + at)),
      ];
      found.properties.set(name, { ...property, annotations });
    }
  }
}

function structuredType(reading: Reading, { type, at, entity, properties }: Found): StructuredType<TypeName> {
  return {
    kind: entity ? "EntityType" : "ComplexType",
    name: type,
    at: placeOf(reading, at),
    by: "example",
    properties: [...properties.values()],
    navigationProperties: [],
  };
}
