/** Values for snippets: the smallest that their types allow, named after what they are values of. */
import type { EnumType } from "../../../edm/elements.js";
import { isAbstract, isStructured } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import { edmTypeOf, type EdmTypeName } from "../../../edm/primitive-types.js";
import type { JsonValue } from "../../../edm/requests.js";
import type { WriteShape } from "../../../edm/examples/example-types.js";
import type { MemberFacts } from "../../../facts/member-facts.js";
import type { ParameterFacts } from "../../../facts/operation-facts.js";
import { writableMembersOf, type ValueFacts } from "../../../facts/value-facts.js";
import { listsDerived } from "../../../views/types/type-expression.js";
import type { Scope } from "../../../views/modules/scope.js";

export type JsonObject = { readonly [name: string]: JsonValue };

/** A body, and the type whose shape it has. */
export interface SampleBody {
  readonly type: QualifiedName;
  readonly value: JsonObject;
}

/** Required values within required values end here. */
const MAX_DEPTH = 8;

/** What a body is for. */
export interface WantedBody {
  readonly type: QualifiedName;
  readonly shape: WriteShape;
  /** Whether the type has to be named, since it derives from the one that is declared. */
  readonly named?: boolean;
  /** Members that a page requires. */
  readonly required?: readonly string[];
}

/**
 * A body of a type, or of a type derived from it where it is abstract: what is required, else one property, so that
 * something is sent.
 */
export function sampleBody(wanted: WantedBody, scope: Scope): SampleBody | undefined {
  return bodyOf(wanted, 0, scope);
}

/** The parameters that a call needs, and those that are named in lower case. */
export function sampleParameters(
  parameters: readonly ParameterFacts[],
  scope: Scope,
  given: ReadonlyMap<string, string> = new Map(),
): JsonObject {
  const called = parameters.filter(({ name, required }) => required || given.has(name.toLowerCase()));
  return Object.fromEntries(
    called.map((parameter) => {
      const text = given.get(parameter.name.toLowerCase());
      const isText = parameter.underlying === "Edm.String" && parameter.allowedStrings === undefined;
      return [parameter.name, isText && text !== undefined ? text : parameterValue(parameter, scope)];
    }),
  );
}

/** An object that is given to a call is a body of its own, at no depth. */
function parameterValue(facts: ValueFacts, scope: Scope): JsonValue {
  return valueOf(facts, "create", -1, scope);
}

/** A value of a type alone, as keys have them. */
export function sampleOfType(type: QualifiedName, name: string, scope: Scope): JsonValue {
  const { model } = scope.context;
  const found = model.type(type) ?? scope.context.whole.type(type);
  if (found?.kind === "TypeDefinition") return sampleOfType(found.underlyingType, name, scope);
  if (found?.kind === "EnumType") return enumValue(found);
  const primitive = edmTypeOf(type);
  return primitive === undefined ? name : primitiveValue(primitive, name, model.protocol !== "4.0");
}

function valueOf(facts: ValueFacts, shape: WriteShape, depth: number, scope: Scope): JsonValue {
  const { type, name, allowedStrings, allowedTypes } = facts;
  const { model } = scope.context;
  if (type === undefined) return name;
  const declared = model.type(type.type);
  if (declared !== undefined && isStructured(declared)) {
    if (type.collection && declared.kind === "EntityType") return [];
    const of = allowedTypes?.find((one) => !isAbstract(one, model)) ?? type.type;
    const body = depth > MAX_DEPTH ? undefined : bodyOf({ type: of, shape, named: of !== type.type }, depth + 1, scope);
    const value = body?.value ?? {};
    return type.collection ? [value] : value;
  }
  const item = allowedStrings?.strings[0] ?? ruled(facts) ?? sampleOfType(type.type, name, scope);
  return type.collection ? [item] : item;
}

/** A value that the rules of the Validation vocabulary allow. */
function ruled({ rules, underlying, facets }: ValueFacts): JsonValue | undefined {
  for (const rule of rules) {
    if (rule.rule === "allowed") return rule.values[0];
    if (rule.rule === "minimum" && rule.compared === "numbers") return Number(rule.limit);
    if (rule.rule === "above" && rule.compared === "numbers") return Number(rule.limit) + 1;
  }
  return underlying === "Edm.String" && facets?.maxLength === 1 ? "a" : undefined;
}

function bodyOf(wanted: WantedBody, depth: number, scope: Scope): SampleBody | undefined {
  const { context } = scope;
  const { type, shape } = wanted;
  const concrete = concreteOf(type, scope);
  const facts = concrete && context.facts.types.get(concrete);
  if (concrete === undefined || facts === undefined) return undefined;
  const isUnlisted = context.usage.writtenWithDerived.has(type) && !listsDerived(type, scope);
  const isNamed = wanted.named === true || concrete !== type || isUnlisted;
  const writable = facts.members.filter((member) => isWritable(member, shape));
  const needed = writable.filter((member) => isNeeded(member, wanted, depth, scope));
  const [shown] = depth === 0 && needed.length === 0 ? shownMembers(writable) : [];
  const members = [...needed, ...(shown === undefined ? [] : [shown])];
  return {
    type: concrete,
    value: {
      ...(isNamed && { "@odata.type": `#${concrete}` }),
      ...Object.fromEntries(members.map((member) => [member.name, valueOf(member, shape, depth, scope)])),
    },
  };
}

/** The type itself, else the first that is derived from it and has values. */
function concreteOf(name: QualifiedName, { context: { model } }: Scope): QualifiedName | undefined {
  if (!isAbstract(name, model)) return name;
  return model.derived(name).find(({ abstract }) => abstract !== true)?.name;
}

function isWritable(member: MemberFacts, shape: WriteShape): boolean {
  return member[shape] !== "refused" && !member.stream && !member.inherited;
}

function isNeeded(
  member: MemberFacts,
  { shape, required = [] }: WantedBody,
  depth: number,
  { context }: Scope,
): boolean {
  if (required.includes(member.name)) return true;
  if (shape === "update") return false;
  if (member.create === "required") return true;
  // Nested values are written in their read shape, where that has no other one.
  return depth > 0 && context.facts.assumptions.nonNull === "present" && member.read === "present";
}

/** Properties that are worth a look first: names and other texts, then other single values. */
function shownMembers(members: readonly MemberFacts[]): readonly MemberFacts[] {
  const rank = ({ name, underlying, type, key }: MemberFacts) =>
    (type?.collection === true ? 8 : 0) +
    (underlying === "Edm.String" ? 0 : 4) +
    (key ? 2 : 0) +
    (/^(?:displayName|name|title|subject|description)$/i.test(name) ? 0 : 1);
  return members.filter(({ kind }) => kind === "Property").toSorted((a, b) => rank(a) - rank(b));
}

function enumValue(type: EnumType): JsonValue {
  return writableMembersOf(type)[0]?.name ?? null;
}

const TEXTS: Readonly<Partial<Record<EdmTypeName, string>>> = {
  Guid: "01234567-89ab-cdef-0123-456789abcdef",
  Date: "2026-01-31",
  TimeOfDay: "08:00:00",
  DateTime: "2026-01-31T08:00:00",
  DateTimeOffset: "2026-01-31T08:00:00Z",
  Time: "PT8H",
  Duration: "PT1H",
  Binary: "AAAA",
};

const NUMBERS: ReadonlySet<EdmTypeName> = new Set(["Byte", "SByte", "Int16", "Int32", "Double", "Single"]);

const GEOMETRIES: Readonly<Record<string, JsonValue>> = {
  LineString: [
    [0, 0],
    [1, 1],
  ],
  Polygon: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
  MultiPoint: [[0, 0]],
  MultiLineString: [
    [
      [0, 0],
      [1, 1],
    ],
  ],
};

/** OData 2.0 and 3.0 have large numbers as text. */
function primitiveValue(type: EdmTypeName, name: string, isBefore4: boolean): JsonValue {
  const text = TEXTS[type];
  if (text !== undefined) return text;
  if (NUMBERS.has(type)) return 1;
  if (type === "Int64" || type === "Decimal") return isBefore4 ? "1" : 1;
  if (type === "Boolean") return true;
  const [, form] = /^Geo(?:graphy|metry)(\w*)$/.exec(type) ?? [];
  if (form === undefined) return name;
  if (form === "Collection") return { type: "GeometryCollection", geometries: [] };
  const coordinates = GEOMETRIES[form];
  return coordinates === undefined ? { type: "Point", coordinates: [0, 0] } : { type: form, coordinates };
}
