/** The types of the data as elements of the entity data model. */
import type { Annotation, Facets } from "../../edm/annotations.js";
import type { AnyProperty, EnumType, StructuredType, TypeDefinition, TypeRef } from "../../edm/elements.js";
import type { EdmType } from "../../edm/model.js";
import type { QualifiedName, SimpleName } from "../../edm/names.js";
import { Core, FIELD_CONTROL } from "../../edm/vocabulary.js";
import type { DefinitionData, EnumData, MemberData, StructuredData, TypeData } from "../data/format.js";
import { annotation, declared, type Rebuilding, text, TRUE } from "./rebuilt-annotations.js";

export function rebuiltType(type: TypeData, types: ReadonlyMap<string, TypeData>, rebuilding: Rebuilding): EdmType {
  if (type.kind === "EnumType") return enumType(type, rebuilding);
  if (type.kind === "TypeDefinition") return definition(type, rebuilding);
  return structuredType(type, types, rebuilding);
}

function structuredType(
  type: StructuredData,
  types: ReadonlyMap<string, TypeData>,
  rebuilding: Rebuilding,
): StructuredType {
  const { kind, name, abstract, open, stream, key = [], members } = type;
  const base = isInCircle(type, types) ? undefined : type.base;
  const inherited = base === undefined ? undefined : baseOf(type, types);
  const properties = members.map((member) => rebuiltMember(member, key.includes(member.name), rebuilding));
  const isOpen = open === true && inherited?.open !== true;
  const declaresKey = key.length > 0 && inherited?.key === undefined;
  return {
    ...declared(type, rebuilding),
    kind,
    name: qualified(name),
    ...(base !== undefined && { base: qualified(base) }),
    ...(abstract === true && { abstract }),
    ...(isOpen && { open: true }),
    ...(stream === true && { hasStream: true }),
    ...(declaresKey && { key: key.map((part) => ({ name: part, at: rebuilding.at })) }),
    properties: properties.filter((member) => member.kind === "Property"),
    navigationProperties: properties.filter((member) => member.kind === "NavigationProperty"),
  };
}

function baseOf(
  { base }: Pick<StructuredData, "base">,
  types: ReadonlyMap<string, TypeData>,
): StructuredData | undefined {
  const found = base === undefined ? undefined : types.get(base);
  return found?.kind === "EntityType" || found?.kind === "ComplexType" ? found : undefined;
}

/** Whether a type is its own base in the end, as no model has it. */
function isInCircle(type: StructuredData, types: ReadonlyMap<string, TypeData>): boolean {
  const passed = new Set<StructuredData>();
  for (let one = baseOf(type, types); one !== undefined && !passed.has(one); one = baseOf(one, types)) passed.add(one);
  return passed.has(type);
}

function rebuiltMember(member: MemberData, isKey: boolean, rebuilding: Rebuilding): AnyProperty {
  const { kind, name, type, facets = "", contained, default: defaultValue } = member;
  const common = {
    ...declared(member, rebuilding, writeAnnotations(member, isKey, rebuilding)),
    name: name as SimpleName, // as the data has it
    ...(type !== undefined && { type: rebuiltUse(type, facets) }),
  };
  return kind === "NavigationProperty"
    ? { ...common, kind, ...(contained === true && { containsTarget: true }) }
    : { ...common, kind, ...(defaultValue !== undefined && { defaultValue }) };
}

/** The terms by which the rules of a member give what it has in bodies. */
function writeAnnotations(
  { kind, create, update, required, stream, example }: MemberData,
  isKey: boolean,
  rebuilding: Rebuilding,
): readonly Annotation[] {
  const exampled =
    example === undefined || !rebuilding.described
      ? []
      : [annotation(Core.Example, exampleOf(example, rebuilding), rebuilding)];
  if (stream === true) return exampled;
  if (create === null && update === null) return [...exampled, annotation(Core.Computed, TRUE, rebuilding)];
  return [
    ...exampled,
    ...(update === null && !isKey ? [annotation(Core.Immutable, TRUE, rebuilding)] : []),
    ...(required === true ? [annotation(FIELD_CONTROL, text("Mandatory"), rebuilding)] : []),
    ...(required !== true && kind === "Property" ? [annotation(Core.ComputedDefaultValue, TRUE, rebuilding)] : []),
  ];
}

function exampleOf(example: string, { at }: Rebuilding) {
  return { kind: "Record", properties: [{ name: "Value", value: text(example), at }] } as const;
}

function enumType(type: EnumData, rebuilding: Rebuilding): EnumType {
  const { kind, name, flags, members } = type;
  return {
    ...declared(type, rebuilding),
    kind,
    name: qualified(name),
    ...(flags === true && { flags }),
    members: members.map((member) => ({
      ...declared(member, rebuilding),
      name: member.name as SimpleName, // as the data has it
      ...(member.value !== undefined && /^-?\d+$/.test(member.value) && { value: BigInt(member.value) }),
    })),
  };
}

function definition(type: DefinitionData, rebuilding: Rebuilding): TypeDefinition {
  const [underlying = "", ...stated] = type.underlying.split(", ");
  const facets = facetsIn(stated);
  return {
    ...declared(type, rebuilding),
    kind: type.kind,
    name: qualified(type.name),
    underlyingType: qualified(underlying),
    ...(facets !== undefined && { facets }),
  };
}

/** `Collection(Edm.String)` with `items nullable, MaxLength 64`. */
export function rebuiltUse(name: string, qualifiers = ""): TypeRef {
  const item = /^Collection\((.*)\)$/.exec(name)?.[1];
  const stated = qualifiers.split(", ");
  const facets = facetsIn(stated);
  return {
    type: qualified(item ?? name),
    collection: item !== undefined,
    nullable: item === undefined ? !stated.includes("not null") : stated.includes("items nullable"),
    ...(facets !== undefined && { facets }),
  };
}

/** `MaxLength 64`, `Scale variable`, `Unicode false` */
function facetsIn(stated: readonly string[]): Facets | undefined {
  const facets = stated.flatMap((one): readonly (readonly [string, string | number | boolean])[] => {
    const [name = "", value] = one.split(" ");
    const key = name === "SRID" ? "srid" : name.charAt(0).toLowerCase() + name.slice(1);
    return value === undefined || !FACETS.has(key) ? [] : [[key, facetValue(value)]];
  });
  return facets.length === 0 ? undefined : Object.fromEntries(facets);
}

const FACETS: ReadonlySet<string> = new Set<keyof Facets>(["maxLength", "precision", "scale", "srid", "unicode"]);

function facetValue(value: string): string | number | boolean {
  if (value === "true" || value === "false") return value === "true";
  return /^\d+$/.test(value) ? Number(value) : value;
}

/** A name of the data, which no code is made of. */
export function qualified(name: string): QualifiedName {
  return name as QualifiedName; // as the data has it
}
