import type { Annotation } from "../../edm/annotations.js";
import type { Property, StructuredType, TypeName, TypeRef } from "../../edm/elements.js";
import { isQualifiedName, type QualifiedName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";
import { Core, tag } from "../../edm/vocabulary.js";
import { itemsOf, membersOf, stringOf, type JsonMember, type JsonNode } from "../json/read-json.js";
import { checkedName, placeOf, type PageContext } from "../page-context.js";
import { isEdmType, shortNameOf } from "../tables/type-cell.js";
import { isAnnotationName } from "../types/property-rows.js";
import type { BodyTree, ReadExample } from "./examples.js";

/** The types that a page states for the bodies of its examples. */
export interface ExpectedBodies {
  readonly body?: TypeRef<TypeName>;
  readonly returns?: TypeRef<TypeName>;
  /** An action or function: the request body holds parameters, and values need not be entities. */
  readonly isOperation: boolean;
  /** Whether the request creates an entity: what only the response shows is then set by the service. */
  readonly creates: boolean;
}

/** How an object is used: the objects of a path are entities, those inside another object are not. */
type ObjectUse = "entity" | "value" | "operation";

interface ShownType {
  readonly type: TypeName;
  readonly at: number;
  /** The type that the page states for a value that is shown as this one, which then derives from it. */
  base?: TypeName;
  isEntity: boolean;
  readonly properties: Map<string, Property<TypeName>>;
}

/** The bodies of a page are walked with one map of types; `base` is the offset of the body in the source. */
interface Walk {
  readonly context: PageContext;
  readonly base: number;
  readonly types: Map<string, ShownType>;
}

/** The structured types that the objects of the examples show. */
export function exampleTypes(
  context: PageContext,
  examples: readonly ReadExample[],
  expected: ExpectedBodies,
): readonly StructuredType<TypeName>[] {
  const types = new Map<string, ShownType>();
  for (const { requestBody, responseBody, responseType } of examples) {
    if (requestBody !== undefined) walkRequest({ context, base: requestBody.at, types }, requestBody, expected);
    if (responseBody !== undefined)
      walkResponse({ context, base: responseBody.at, types }, responseBody, expected, responseType);
  }
  if (expected.creates) markComputed(context, examples, types);
  return [...types.values()].map((shown) => structuredType(context, shown));
}

function walkRequest(walk: Walk, { root }: BodyTree, { body, isOperation }: ExpectedBodies): void {
  if (isOperation) {
    for (const { value } of membersOf(root))
      for (const object of objectsIn(value)) walkObject(walk, object, undefined, "operation");
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
  const members = membersOf(root).filter(({ name }) => !isAnnotationName(name));
  const value = members.find(({ name }) => name === "value")?.value;
  const use = isOperation ? "operation" : "entity";
  if (value?.type === "array") for (const object of objectsIn(value)) walkObject(walk, object, type, use);
  // Some pages put a single entity into `value`, as no service does.
  else if (value?.type === "object" && members.length === 1) walkObject(walk, value, type, use);
  else walkObject(walk, root, returns?.collection === true ? undefined : type, use);
  // The comment beside the body and the body itself name another type than the text: one that derives from that.
  const shown = stated !== undefined && qualifiedTypeOf(root) === stated ? walk.types.get(stated) : undefined;
  if (!agreed && returns?.collection === false && shown !== undefined) shown.base ??= expected;
}

function modelType(ref: TypeRef<TypeName> | undefined): TypeName | undefined {
  return ref === undefined || isEdmType(ref.type) ? undefined : ref.type;
}

/** The objects of a value that is one or an array of them. */
function objectsIn(node: JsonNode): readonly JsonNode[] {
  return [node, ...itemsOf(node)].filter(({ type }) => type === "object");
}

/** Adds the type of an object and those of the objects in it; `expected` is its type if the page states one. */
function walkObject(walk: Walk, node: JsonNode, expected: TypeName | undefined, use: ObjectUse): void {
  if (node.type !== "object") return;
  const named = statedType(walk, node);
  const stated = named ?? expected;
  // An object whose stated type is a primitive is a wrapper around a value.
  const type = stated === undefined || isEdmType(stated) ? undefined : stated;
  const members = membersOf(node);
  const shown = type === undefined ? undefined : shownTypeOf(walk, type, node);
  if (shown !== undefined && (use === "entity" || (use === "operation" && members.some(({ name }) => name === "id")))) {
    shown.isEntity = true;
  }
  const isDerived = named !== undefined && expected !== undefined && shortNameOf(named) !== shortNameOf(expected);
  if (shown !== undefined && isDerived) shown.base ??= expected;
  for (const member of members) {
    if (isAnnotationName(member.name)) continue;
    for (const object of objectsIn(member.value)) walkObject(walk, object, undefined, "value");
    if (shown !== undefined) addProperty(walk, shown, member);
  }
}

/** The `@odata.type` of an object; reports one that is not a qualified name. */
function statedType({ context, base }: Walk, node: JsonNode): QualifiedName | undefined {
  const written = stringOf(node, "@odata.type");
  if (written === undefined) return undefined;
  const type = qualifiedTypeIn(written.text);
  if (type === undefined) {
    context.report.add("page-name-illegal", placeOf(context, base + written.at), {
      what: "type with its namespace",
      name: written.text,
    });
  }
  return type;
}

function qualifiedTypeOf(node: JsonNode): QualifiedName | undefined {
  const written = stringOf(node, "@odata.type");
  return written && qualifiedTypeIn(written.text);
}

function qualifiedTypeIn(written: string): QualifiedName | undefined {
  const name = written.replace(/^#/, "");
  return isQualifiedName(name) ? name : undefined;
}

function shownTypeOf({ base, types }: Walk, type: TypeName, node: JsonNode): ShownType {
  const key = typeof type === "string" ? type : `${type.near ?? ""} ${type.short}`;
  const known = types.get(key);
  if (known !== undefined) return known;
  const at = base + (stringOf(node, "@odata.type")?.at ?? node.offset);
  const shown: ShownType = { type, at, isEntity: false, properties: new Map() };
  types.set(key, shown);
  return shown;
}

function addProperty(walk: Walk, { properties }: ShownType, member: JsonMember): void {
  const type = typeRefOf(member.name, typeOfValue(walk, member.value));
  const known = properties.get(member.name);
  if (known !== undefined) {
    const wider = widest(known.type, type);
    properties.set(member.name, withOtherTypes({ ...known, ...(wider && { type: wider }) }, member));
    return;
  }
  const name = checkedName(walk.context, member.name, walk.base + member.at, "property");
  if (name === undefined) return;
  const at = placeOf(walk.context, walk.base + member.at);
  const property = { kind: "Property", name, ...(type && { type }), at, by: "example" } as const;
  properties.set(name, withOtherTypes(property, member));
}

/** Adds the types of objects in a value that differ from the type of the property. */
function withOtherTypes(property: Property<TypeName>, { value }: JsonMember): Property<TypeName> {
  const { type, otherTypes = [] } = property;
  if (type === undefined || isEdmType(type.type)) return property;
  const stated = objectsIn(value).flatMap((object) => qualifiedTypeOf(object) ?? []);
  const others = new Set([...otherTypes, ...stated].filter((other) => other !== type.type));
  return others.size === 0 ? property : { ...property, otherTypes: [...others] };
}

/** The type that a JSON value shows; undefined for `null`, an empty array and an object without `@odata.type`. */
function typeOfValue(
  walk: Walk,
  node: JsonNode,
): { readonly type: TypeName; readonly collection: boolean } | undefined {
  if (node.type === "array") {
    const items = itemsOf(node).map((item) => (item.type === "array" ? undefined : typeOfValue(walk, item)));
    const [first, ...others] = items.map((item) =>
      item === undefined ? undefined : { type: item.type, collection: true },
    );
    return others.reduce(
      (wide, next) => (wide === undefined || next === undefined ? undefined : widest(wide, next)),
      first,
    );
  }
  const type = node.type === "object" ? qualifiedTypeOf(node) : primitiveOf(node.value, writtenAs(walk, node));
  return type === undefined ? undefined : { type, collection: false };
}

/** Texts that name their primitive type by their form (OData ABNF 4.01: dateValue, durationValue with a part). */
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const DURATION = /^-?P(?=\d|T\d)(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function writtenAs({ context, base }: Walk, { offset, length }: JsonNode): string {
  return context.source.text.slice(base + offset, base + offset + length);
}

function primitiveOf(value: unknown, written: string): QualifiedName | undefined {
  if (typeof value === "string") return edm(typeOfText(value));
  if (typeof value === "boolean") return edm("Boolean");
  if (typeof value !== "number") return undefined;
  // `0.00` is written as a decimal fraction, although its value is an integer.
  if (!/^-?\d+$/.test(written)) return edm("Double");
  return edm(value >= -(2 ** 31) && value < 2 ** 31 ? "Int32" : "Int64");
}

function typeOfText(text: string): "Date" | "DateTimeOffset" | "Duration" | "String" {
  if (DATE_TIME.test(text)) return "DateTimeOffset";
  if (DATE.test(text)) return "Date";
  return DURATION.test(text) ? "Duration" : "String";
}

const WIDENING: readonly (readonly [narrow: QualifiedName, wide: QualifiedName])[] = [
  [edm("DateTimeOffset"), edm("String")],
  [edm("Date"), edm("String")],
  [edm("Duration"), edm("String")],
  [edm("Date"), edm("DateTimeOffset")],
  [edm("Int32"), edm("Int64")],
  [edm("Int32"), edm("Double")],
  [edm("Int64"), edm("Double")],
];

/** The type that has the values of both; the first one if none of the two does. */
function widest<R extends { readonly type: TypeName; readonly collection: boolean }>(
  known: R | undefined,
  next: R | undefined,
): R | undefined {
  if (known === undefined || next === undefined) return known ?? next;
  const widens = WIDENING.some(([narrow, wide]) => known.type === narrow && next.type === wide);
  return widens && known.collection === next.collection ? next : known;
}

/** Adds nullability: an example shows none, so it is that of rows. */
function typeRefOf(name: string, type: TypeRef<TypeName> | undefined): TypeRef<TypeName> | undefined {
  if (type === undefined) return undefined;
  if (type.collection) return { ...type, nullable: false };
  return name === "id" ? type : { ...type, nullable: true };
}

/** Marks the properties that the response to a create shows and no request does: the service sets them. */
function markComputed(
  context: PageContext,
  examples: readonly ReadExample[],
  types: ReadonlyMap<string, ShownType>,
): void {
  const requests = examples.flatMap(({ requestBody }) => requestBody ?? []);
  const sent = new Set(requests.flatMap(({ root }) => membersOf(root).map(({ name }) => name)));
  for (const { requestBody, responseBody } of examples) {
    if (requestBody === undefined || responseBody === undefined) continue;
    const members = membersOf(responseBody.root).filter(({ name }) => !isAnnotationName(name));
    const type = [...types.values()].find(
      ({ isEntity, properties }) => isEntity && members.every(({ name }) => properties.has(name)),
    );
    for (const { name, at } of members) {
      const property = type?.properties.get(name);
      if (type === undefined || property === undefined || sent.has(name) || property.annotations !== undefined)
        continue;
      const annotations: readonly Annotation[] = [
        tag(Core.ComputedDefaultValue, placeOf(context, responseBody.at + at)),
      ];
      type.properties.set(name, { ...property, annotations });
    }
  }
}

function structuredType(
  context: PageContext,
  { type, at, base, isEntity, properties }: ShownType,
): StructuredType<TypeName> {
  return {
    kind: isEntity ? "EntityType" : "ComplexType",
    name: type,
    ...(base !== undefined && { base }),
    at: placeOf(context, at),
    by: "example",
    properties: [...properties.values()],
    navigationProperties: [],
  };
}
