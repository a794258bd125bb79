/**
 * Elements of a model as CSDL wants them: pages leave open what CSDL requires. A type that no source describes becomes
 * `Edm.Untyped`, or `Edm.EntityType` for related entities, and its name an annotation.
 */
import type { At } from "../../diagnostics/position.js";
import type { Annotation } from "../../edm/annotations.js";
import type {
  Declared,
  EnumType,
  Member,
  Operation,
  SchemaElement,
  StructuredType,
  TypeRef,
} from "../../edm/elements.js";
import { isOperation, isStructured, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { edm, type EdmTypeName } from "../../edm/primitive-types.js";
import { tag, text } from "../../edm/vocabulary.js";
import { ASSUMED_VALUE, NAMED_TYPE } from "./own-terms.js";

export interface Completion {
  readonly model: Model;
  /** Whether the document declares a type, or refers to a document that may. */
  readonly isDeclared: (type: QualifiedName) => boolean;
}

/** A schema element in which every type is declared, every property and function typed, and every enum member has a value. */
export function completeElement(element: SchemaElement, completion: Completion): SchemaElement {
  if (isStructured(element)) return completeStructured(element, completion);
  if (isOperation(element)) return completeOperation(element, completion);
  if (element.kind === "EnumType") return completeEnum(element, completion);
  return element.kind === "Term" && element.type !== undefined ? typed(element, "Untyped", completion) : element;
}

function completeStructured(type: StructuredType, completion: Completion): StructuredType {
  return {
    ...type,
    properties: type.properties.map((property) => typed(property, "Untyped", completion)),
    // Without a type all that is known is that it is an entity (CSDL 4.01 §8.1).
    navigationProperties: type.navigationProperties.map((property) => typed(property, "EntityType", completion)),
  };
}

function completeOperation(operation: Operation, completion: Completion): Operation {
  const { kind, parameters, returnType, at } = operation;
  return {
    ...operation,
    parameters: parameters.map((parameter) => typed(parameter, "Untyped", completion)),
    ...(returnType !== undefined
      ? { returnType: { ...returnType, ...declaredType(returnType, returnType, "Untyped", completion) } }
      : kind === "Function" && { returnType: { ...unknown("Untyped"), at } }),
  };
}

type Typed = Pick<Declared, "annotations"> & { readonly at: At; readonly type?: TypeRef };

function typed<T extends Typed>(element: T, instead: EdmTypeName, { isDeclared }: Completion): T {
  const { type, at } = element;
  if (type === undefined) return { ...element, type: unknown(instead) };
  if (isDeclared(type.type)) return element;
  return { ...element, type: { ...type, type: edm(instead) }, annotations: named(element, type.type, at) };
}

function declaredType(
  { type, ...rest }: TypeRef,
  element: { readonly at: At; readonly annotations?: readonly Annotation[] },
  instead: EdmTypeName,
  { isDeclared }: Completion,
) {
  return isDeclared(type)
    ? { ...rest, type }
    : { ...rest, type: edm(instead), annotations: named(element, type, element.at) };
}

function unknown(instead: EdmTypeName): TypeRef {
  return { type: edm(instead), collection: false };
}

function named({ annotations = [] }: Pick<Declared, "annotations">, type: QualifiedName, at: At) {
  return [...annotations, text(NAMED_TYPE, type, at)];
}

/** Marks values that no source states: on each member, or on the enum where all are such. */
function completeEnum(type: EnumType, { model }: Completion): EnumType {
  const isAssumed = (member: Member) => model.declarations(member).every(isUnvalued);
  const assumed = type.members.filter(isAssumed);
  if (type.by === "csdl" && assumed.every(({ by }) => by === "csdl")) return type;
  if (assumed.length === 0) return type;
  const isWhole = assumed.length === type.members.length;
  if (!isWhole) return { ...type, members: type.members.map((one) => (isAssumed(one) ? marked(one) : one)) };
  return marked(type.flags === true ? { ...type, ...asFlags(type.members) } : type);
}

function isUnvalued(declaration: Declared): boolean {
  return declaration.by !== "csdl" && (declaration as Member).value === undefined;
}

function marked<T extends Declared>(element: T): T {
  return { ...element, annotations: [...(element.annotations ?? []), tag(ASSUMED_VALUE, element.at)] };
}

/** The most members whose values are distinct bits of an Edm.Int64. */
const BITS = 63;

/** Values that can be combined: `none` is 0, each other member a bit (CSDL 4.01 §10.2). */
function asFlags(members: readonly Member[]): Partial<Pick<EnumType, "members" | "underlyingType">> {
  const isNone = ({ name }: Member) => name.toLowerCase() === "none";
  const bits = members.filter((member) => !isNone(member));
  if (bits.length > BITS) return {};
  const valued = members.map((member) => ({
    ...member,
    value: isNone(member) ? 0n : 1n << BigInt(bits.indexOf(member)),
  }));
  return { members: valued, ...(bits.length > 31 && { underlyingType: edm("Int64") }) };
}
