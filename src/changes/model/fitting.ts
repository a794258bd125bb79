/**
 * Whether values of one type fit another: on the wire, as schemas and services check them, and in TypeScript, as the
 * emitted types of both are declared.
 */
import type { EnumType, TypeRef } from "../../edm/elements.js";
import type { EdmType, Model } from "../../edm/model.js";
import { isStructured } from "../../edm/model.js";
import { edmTypeOf, type EdmTypeName } from "../../edm/primitive-types.js";
import { underlyingType } from "../../facts/value-rules.js";
import { writableMembersOf } from "../../facts/value-facts.js";

/** Whether values are read, when enumerations take any string, or written. */
export type Direction = "read" | "written";

/** The use of a type in the model that it is of. */
export interface Use {
  readonly type: TypeRef;
  readonly model: Model;
}

export function isSameUse(a: TypeRef | undefined, b: TypeRef | undefined): boolean {
  return a?.type === b?.type && a?.collection === b?.collection;
}

/** Whether each value of `from` is valid as one of `to`. */
export function valuesFit(from: Use | undefined, to: Use | undefined, direction: Direction): boolean {
  return fits(from, to, (a, b) => primitivesFit(a, b), direction);
}

/** Whether an expression of the type emitted for `from` can be assigned to that for `to`. */
export function isAssignable(from: Use | undefined, to: Use | undefined, direction: Direction): boolean {
  return fits(from, to, (a, b) => formsFit(a, b, from?.model), direction);
}

type Primitives = (from: EdmTypeName, to: EdmTypeName) => boolean;

function fits(from: Use | undefined, to: Use | undefined, primitives: Primitives, direction: Direction): boolean {
  const [given, taken] = [from && kindOf(from), to && kindOf(to)];
  if (taken === undefined || taken === "Untyped") return true;
  if (given === undefined || given === "Untyped") return false;
  if (from?.type.collection !== to?.type.collection) return false;
  if (typeof given === "string" && typeof taken === "string") return primitives(given, taken);
  if (typeof given === "string")
    return typeof taken !== "string" && given === "String" && isEnum(taken) && direction === "read";
  if (typeof taken === "string") return isEnum(given) && taken === "String";
  return typesFit(given, taken, from, to, direction);
}

/** A primitive type, or a type of the model; undefined where nothing is known of it. */
function kindOf({ type, model }: Use): EdmTypeName | Exclude<EdmType, { kind: "TypeDefinition" }> | undefined {
  const name = underlyingType(type.type, model);
  const primitive = edmTypeOf(name);
  if (primitive !== undefined)
    return ["PrimitiveType", "ComplexType", "EntityType"].includes(primitive) ? "Untyped" : primitive;
  const found = model.type(name);
  return found?.kind === "TypeDefinition" ? undefined : found;
}

type Named = Exclude<EdmType, { kind: "TypeDefinition" }>;

function isEnum(type: Named): type is EnumType {
  return type.kind === "EnumType";
}

function typesFit(
  given: Named,
  taken: Named,
  from: Use | undefined,
  to: Use | undefined,
  direction: Direction,
): boolean {
  if (given.name === taken.name) return true;
  if (isEnum(given) && isEnum(taken)) return direction === "read" || hasAll(taken, given);
  if (!isStructured(given) || !isStructured(taken)) return false;
  return [from, to].some((use) => {
    const type = use?.model.type(given.name);
    return (
      type !== undefined &&
      isStructured(type) &&
      use?.model.bases(type).some(({ name }) => name === taken.name) === true
    );
  });
}

function hasAll(taken: EnumType, given: EnumType): boolean {
  const names = new Set(writableMembersOf(taken).map(({ name }) => name));
  return taken.members.length === 0 || writableMembersOf(given).every(({ name }) => names.has(name));
}

/** The primitive types that have all values of each. */
const wider: Readonly<Partial<Record<EdmTypeName, readonly EdmTypeName[]>>> = {
  SByte: ["Int16", "Int32", "Int64", "Single", "Double", "Decimal"],
  Byte: ["Int16", "Int32", "Int64", "Single", "Double", "Decimal"],
  Int16: ["Int32", "Int64", "Single", "Double", "Decimal"],
  Int32: ["Int64", "Double", "Decimal"],
  Int64: ["Decimal"],
  Single: ["Double"],
};

const TEXTS: ReadonlySet<EdmTypeName> = new Set([
  "Guid",
  "Date",
  "DateTime",
  "DateTimeOffset",
  "Time",
  "TimeOfDay",
  "Duration",
  "Binary",
]);

function primitivesFit(from: EdmTypeName, to: EdmTypeName): boolean {
  if (from === to || wider[from]?.includes(to) === true) return true;
  if (to === "String") return TEXTS.has(from) || from.endsWith("Path");
  return (to === "Geography" || to === "Geometry") && from.startsWith(to);
}

/** What the emitted type of a primitive type is made of. */
type Form = "number" | "numberOrText" | "double" | "text" | "flavoured" | "other";

function formOf(name: EdmTypeName, model: Model | undefined): Form {
  if (["Byte", "SByte", "Int16", "Int32"].includes(name)) return "number";
  if (name === "Int64" || name === "Decimal") return model?.protocol === "4.0" ? "numberOrText" : "flavoured";
  if (name === "Double" || name === "Single") return "double";
  if (name === "String" || name.endsWith("Path")) return "text";
  return TEXTS.has(name) ? "flavoured" : "other";
}

const assignable: Readonly<Record<Form, readonly Form[]>> = {
  number: ["number", "numberOrText", "double"],
  numberOrText: ["numberOrText"],
  double: ["double", "numberOrText"],
  text: ["text", "flavoured", "numberOrText"],
  flavoured: ["text", "numberOrText"],
  other: [],
};

function formsFit(from: EdmTypeName, to: EdmTypeName, model: Model | undefined): boolean {
  if (from === to) return true;
  if (from.startsWith("Geo")) return primitivesFit(from, to);
  return assignable[formOf(from, model)].includes(formOf(to, model));
}
