import type { AnyProperty, StructuredType, TypeRef } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { edm, edmTypeOf } from "../../edm/primitive-types.js";
import type { MergeContext } from "../context.js";
import { hasAnnotations, mergeAnnotations } from "./annotations.js";

/** The declarations of one property, by precedence. */
export type PropertyDeclarations = readonly [AnyProperty, ...AnyProperty[]];

/** Merges the declarations of one property of a type. */
export function mergeProperty(
  owner: QualifiedName,
  declarations: PropertyDeclarations,
  { isKey, isEntity, isStructured }: PropertyUse,
  context: MergeContext,
): AnyProperty {
  const [first, ...others] = declarations;
  const { annotations } = mergeAnnotations(owner, declarations, context, first.name);
  const stated = mergeTypeRef(owner, declarations, context);
  const type = stated && isKey ? ofKey(stated, first) : stated;
  const winner = type === undefined ? first : ofItsKind(first, type, isEntity);
  const hasDefault = type === undefined || (!type.collection && !isStructured(type.type));
  const defaultValue =
    winner.kind === "Property" ? defaultOf(declarations.filter(({ by }) => hasDefault || by === "csdl")) : undefined;
  const isWhole = others.length === 0 && winner.declaredOn === undefined && type === winner.type;
  const hasOwnDefault = winner.kind !== "Property" || winner.defaultValue === defaultValue;
  if (isWhole && hasOwnDefault && hasAnnotations(winner, annotations)) return winner;
  const { declaredOn: _, ...own } = withoutDefault(winner);
  const merged: AnyProperty = {
    ...own,
    ...(type && { type }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...(annotations && { annotations }),
  };
  context.declarations.set(merged, declarations);
  return merged;
}

export interface PropertyUse {
  /** Whether it is one of the key. */
  readonly isKey: boolean;
  readonly isEntity: (type: QualifiedName) => boolean;
  readonly isStructured: (type: QualifiedName) => boolean;
}

/**
 * Pages list navigation properties among the others, and others among the relationships: one of an entity type is a
 * navigation property, one of a primitive type is not (CSDL 4.01 §7.1, §8.1).
 */
function ofItsKind(property: AnyProperty, { type }: TypeRef, isEntity: PropertyUse["isEntity"]): AnyProperty {
  if (property.by === "csdl") return property;
  if (property.kind === "NavigationProperty") {
    const { containsTarget: _, ...shared } = property;
    return edmTypeOf(type) === undefined ? property : { ...shared, kind: "Property" };
  }
  return isEntity(type) ? { ...withoutDefault(property), kind: "NavigationProperty", containsTarget: true } : property;
}

function withoutDefault<T extends AnyProperty>(property: T): Omit<T, "defaultValue"> {
  const { defaultValue: _, ...shared }: T & { readonly defaultValue?: string } = property;
  return shared;
}

/** Whether paths of pages lead to items of a navigation property, which contains them as far as pages tell. */
function isKeyed(property: AnyProperty): boolean {
  if (property.kind !== "NavigationProperty" || property.by === "csdl") return false;
  return property.containsTarget === true && property.type?.collection === true;
}

/** Only a primitive value or a member of an enumeration has a default (CSDL 4.01 §7.2.7): prose of pages may mean something else. */
function defaultOf(declarations: readonly AnyProperty[]): string | undefined {
  return declarations.flatMap((property) => (property.kind === "Property" ? (property.defaultValue ?? []) : []))[0];
}

/**
 * The type of the first declaration that has one; a declaration of another type is reported. Where pages alone tell, a key
 * in a path tells more than a row that leaves out the word collection.
 */
function mergeTypeRef(
  owner: QualifiedName,
  declarations: PropertyDeclarations,
  { report }: MergeContext,
): TypeRef | undefined {
  const typed = declarations.find(({ type }) => type !== undefined);
  const winner = typed?.by === "csdl" ? typed : (declarations.find((one) => isManyOf(typed?.type, one)) ?? typed);
  if (winner?.type === undefined) return undefined;
  const stands = winner.type;
  if (declarations.length === 1) return stands;
  const element = `${owner}/${declarations[0].name}`;
  if (typed !== undefined && typed !== winner)
    report.add("row-of-one", typed.at, { element }, [{ place: winner.at, message: "the path" }]);
  for (const declaration of declarations) {
    const { type, by, at } = declaration;
    // `reportDuplicates` reports two declarations in CSDL.
    if (
      declaration === typed ||
      type === undefined ||
      (by === "csdl" && winner.by === "csdl") ||
      agrees(type, stands, by === "example")
    )
      continue;
    const related = [{ place: winner.at, message: "the declaration that stands" }];
    report.add("type-differs", at, { element, stands: typeText(stands), other: typeText(type) }, related);
  }
  return stands;
}

/**
 * A key is never null (CSDL 4.01 §6.5), which `convert` has to declare where the sources do not. Nor is it of Edm.Double,
 * which pages mean by "number" elsewhere.
 */
function ofKey(stated: TypeRef, { by }: AnyProperty): TypeRef {
  const type = by !== "csdl" && edmTypeOf(stated.type) === "Double" ? edm("Decimal") : stated.type;
  return type === stated.type && stated.nullable === false ? stated : { ...stated, type, nullable: false };
}

/**
 * Whether two declarations of a type are compatible. An example shows how a value is written, not its type: a string
 * may be a member of an enum, a Guid or a date; a whole number may be a Double.
 */
function agrees(other: TypeRef, stands: TypeRef, isExample: boolean): boolean {
  if (other.collection !== stands.collection) return false;
  if (other.type === stands.type) return true;
  if (!isExample) return false;
  const shown = edmTypeOf(other.type);
  const name = edmTypeOf(stands.type);
  if (shown !== undefined && TEXTS.has(shown)) return name === undefined || !isNumeric(name);
  return shown === undefined ? name === undefined || name === "Untyped" : name !== "String" && name !== undefined;
}

/** Types of texts in examples. */
const TEXTS: ReadonlySet<string> = new Set(["String", "Date", "DateTimeOffset", "Duration"]);

function isNumeric(name: string): boolean {
  return /^(Byte|SByte|Int16|Int32|Single|Boolean)$/.test(name);
}

/** Whether paths lead to many of what a row has one of. */
function isManyOf(stated: TypeRef | undefined, property: AnyProperty): boolean {
  return stated?.collection === false && isKeyed(property) && property.type?.type === stated.type;
}

function typeText({ type, collection }: TypeRef): string {
  return collection ? `Collection(${type})` : type;
}

export function propertiesOf({ properties, navigationProperties }: StructuredType): readonly AnyProperty[] {
  return [...properties, ...navigationProperties];
}
