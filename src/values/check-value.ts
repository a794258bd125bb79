/**
 * Checks a JSON value against the model as generated validators do, and beyond: it also reports members and properties
 * that the model does not have, which validators accept when reading, and checks related entities.
 */
import { isStructured, type Model } from "../edm/model.js";
import { isQualifiedName, type QualifiedName } from "../edm/names.js";
import type { EnumType, Operation, StructuredType, TypeRef } from "../edm/elements.js";
import type { ValueShape } from "../edm/examples/example-types.js";
import { edmTypeOf } from "../edm/primitive-types.js";
import type { JsonValue } from "../edm/requests.js";
import { otherCase } from "./letter-case.js";
import { operationFactsIn, typeFactsIn, type FactsLookup } from "../facts/facts.js";
import type { MemberFacts } from "../facts/member-facts.js";
import type { ParameterFacts } from "../facts/operation-facts.js";
import { isNullableBody, nullItemsOf } from "../facts/presence.js";
import { facetsOf, type ValueFacts, writableMembersOf } from "../facts/value-facts.js";
import { underlyingType } from "../facts/value-rules.js";
import { isInt64 } from "../runtime/json/check-number.js";
import { typeKey } from "../runtime/json/type-name.js";
import { checkControl } from "./check-control.js";
import { checkPrimitive, checkRule } from "./check-primitive.js";
import { at, isArray, isObject, issue, noObject, type JsonObject, type ValueIssue } from "./value-issue.js";

/** Where null is a value: in the place of the value, and among its items. */
type Nulls = { readonly nullable: boolean } & Pick<ValueFacts, "nullItems">;

/** The type of a value, with what is wrong with the name that it gives, if any. */
interface OwnType {
  readonly type: StructuredType;
  readonly named: JsonValue | undefined;
  readonly issues: readonly ValueIssue[];
}

type Members = ReadonlyMap<string, MemberFacts>;

/** The members of a type in their order, and by name. */
interface TypeMembers {
  readonly members: readonly MemberFacts[];
  readonly byName: Members;
}

/** Checks any number of values against one model. */
export class ValueChecker {
  readonly #model: Model;
  readonly #facts: FactsLookup;
  readonly #members = new Map<QualifiedName, TypeMembers>();

  /** `facts` are those of the model. */
  constructor(model: Model, facts: FactsLookup) {
    this.#model = model;
    this.#facts = facts;
  }

  /** A whole body. */
  check(value: JsonValue, ref: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    const rules = { nullable: isNullableBody(ref), nullItems: nullItemsOf(ref, "csdl", this.#model) };
    return [...this.#unnamed(value, ref, shape, true), ...this.#ofRef(value, ref, shape, rules)];
  }

  /** The body that sends the parameters of an action. */
  checkParameters(body: JsonValue, operation: Operation): readonly ValueIssue[] {
    if (!isObject(body)) return noObject(body);
    const { parameters } = operationFactsIn(this.#facts, operation);
    const names = parameters.map(({ name }): string => name);
    return [
      ...parameters.flatMap((parameter) => at(parameter.name, this.#ofParameter(body, parameter))),
      ...Object.entries(body)
        .filter(([name]) => !names.includes(name))
        .flatMap(([name, value]) => at(name, checkBesideParameters(name, value, operation.name, names))),
    ];
  }

  /** A response that holds its value in `value`, beside annotations (OData JSON Format 4.01 §11 and §13). */
  checkWrapped(body: JsonValue, ref: TypeRef): readonly ValueIssue[] {
    if (!isObject(body)) return noObject(body);
    const value = body["value"];
    const issues = value === undefined ? issue("missing", "is missing") : this.check(value, ref, "read");
    return [
      ...at("value", issues),
      ...Object.entries(body).flatMap(([name, beside]) =>
        name === "value" ? [] : at(name, checkBeside(name, beside)),
      ),
    ];
  }

  #ofParameter(body: JsonObject, parameter: ParameterFacts): readonly ValueIssue[] {
    const { name, type, required, entity } = parameter;
    const value = ownValue(body, name);
    if (value === undefined) return required ? issue("missing", "is missing") : [];
    if (type === undefined) return [];
    const ofValue = (given: JsonValue, ref: TypeRef): readonly ValueIssue[] => [
      ...this.#notAllowed(given, parameter),
      ...this.#unnamed(given, ref, "create"),
      ...this.#ofRef(given, ref, "create", parameter),
    ];
    // An entity that exists is given by its URL.
    const one = { type: type.type, collection: false };
    const ofEntity = (given: JsonValue) => (isReference(given) ? [] : ofValue(given, one));
    const issues = entity && isArray(value) === type.collection ? eachOf(value, ofEntity) : ofValue(value, type);
    return [...issues, ...checkRules(value, parameter)];
  }

  #ofRef(value: JsonValue, ref: TypeRef, shape: ValueShape, { nullable, nullItems }: Nulls): readonly ValueIssue[] {
    if (value === null) return nullable ? [] : issue("null", "must not be null");
    if (!ref.collection) return this.#ofItem(value, ref, shape);
    if (!isArray(value)) return issue("type", "must be an array");
    const isTaken = nullItems === "allowed" || (nullItems === "unstated" && shape === "read");
    const ofNull = isTaken ? [] : issue("null", "must not be null");
    return value.flatMap((item, index) => at(index, item === null ? ofNull : this.#ofItem(item, ref, shape)));
  }

  /** A value that is written has to name its type where the declared one is abstract, but for an entity that is updated. */
  #unnamed(value: JsonValue, ref: TypeRef, shape: ValueShape, isRoot = false): readonly ValueIssue[] {
    const declared = this.#model.type(ref.type);
    if (shape === "read" || declared === undefined || !isStructured(declared)) return [];
    if (isArray(value) !== ref.collection) return [];
    return eachOf(value, (item) => {
      if (!isObject(item)) return [];
      const { type, named } = this.#typeOf(item, declared);
      if (type.abstract !== true || (named === undefined && isRoot && shape === "update")) return [];
      return at(typeKey(item), issue("abstract-type", `has to name a type that is not abstract, as ${type.name} is`));
    });
  }

  /** An element may allow only some of the types derived from its own (Validation.DerivedTypeConstraint). */
  #notAllowed(value: JsonValue, { type, allowedTypes }: ValueFacts): readonly ValueIssue[] {
    const declared = type && this.#model.type(type.type);
    if (allowedTypes === undefined || declared === undefined || !isStructured(declared)) return [];
    return eachOf(value, (item) => {
      if (!isObject(item)) return [];
      const own = this.#typeOf(item, declared);
      const isAllowed = allowedTypes.includes(own.type.name) || (own.named === undefined && hasUrl(item));
      return isAllowed ? [] : at(typeKey(item), issue("wrong-type", `must not be of type ${own.type.name}`));
    });
  }

  /** A value that is not null, of the type or of the items of a collection of it. */
  #ofItem(value: JsonValue, ref: TypeRef, shape: ValueShape): readonly ValueIssue[] {
    const declared = this.#model.type(ref.type);
    const primitive = edmTypeOf(underlyingType(ref.type, this.#model));
    if (primitive !== undefined) return checkPrimitive(value, primitive, facetsOf(ref, this.#model), shape);
    if (declared?.kind === "EnumType") return checkMember(value, declared, shape);
    return declared !== undefined && isStructured(declared) ? this.#ofStructured(value, declared, shape) : [];
  }

  #ofStructured(value: JsonValue, declared: StructuredType, shape: ValueShape): readonly ValueIssue[] {
    if (!isObject(value)) return noObject(value);
    const { type, issues } = this.#typeOf(value, declared);
    const { members, byName } = this.#membersOf(type);
    // A member that a derived type declares again is checked by both declarations.
    const concerned = members.filter((member) => Object.hasOwn(value, member.name) || isRequired(member, shape));
    return [
      ...issues,
      ...concerned.flatMap((member) => at(member.name, this.#ofMember(ownValue(value, member.name), member, shape))),
      ...Object.entries(value).flatMap(([name, given]) =>
        byName.has(name) ? [] : at(name, this.#ofOther(name, given, { type, shape, members: byName })),
      ),
    ];
  }

  #membersOf({ name }: StructuredType): TypeMembers {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const { members } = typeFactsIn(this.#facts, name);
    const found = { members, byName: new Map(members.map((member) => [member.name as string, member])) };
    this.#members.set(name, found);
    return found;
  }

  /** The type that `@odata.type` names, where the value may be of it; else the declared one. */
  #typeOf(value: JsonObject, declared: StructuredType): OwnType {
    const key = typeKey(value);
    const named = ownValue(value, key);
    const wrong = (issues: readonly ValueIssue[]) => ({ type: declared, named, issues: at(key, issues) });
    if (named === undefined) return { type: declared, named, issues: [] };
    if (typeof named !== "string") return wrong(issue("type", "must be a string"));
    const name = named.slice(named.lastIndexOf("#") + 1);
    const type = isQualifiedName(name) ? this.#model.type(name) : undefined;
    if (type === undefined || !isStructured(type))
      return wrong(issue("unknown-type", "names a type that is not known"));
    if (type === declared || this.#model.bases(type).includes(declared)) return { type, named, issues: [] };
    return { ...wrong(issue("wrong-type", `must be "#${declared.name}" or a type derived from it`)), type };
  }

  #ofMember(value: JsonValue | undefined, member: MemberFacts, shape: ValueShape): readonly ValueIssue[] {
    if (value === undefined) return isRequired(member, shape) ? issue("missing", "is missing") : [];
    if (shape !== "read" && member[shape] === "refused")
      return issue("read-only", shape === "create" ? "cannot be given" : "cannot be changed");
    const { kind, type, nullable } = member;
    if (isStream(member)) return value === null && !nullable ? issue("null", "must not be null") : [];
    if (type === undefined) return value === null && kind === "Property" ? issue("null", "must not be null") : [];
    // A service may give references to related entities (OData JSON Format 4.01 §14).
    const isLinked = shape === "read" && kind === "NavigationProperty";
    if (isLinked && isArray(value) === type.collection && [value].flat().every(isReference)) return [];
    return [
      ...(shape === "read" ? [] : this.#notAllowed(value, member)),
      ...this.#unnamed(value, type, shape),
      ...this.#ofRef(value, type, shape, member),
      ...(shape === "read" ? [] : checkRules(value, member)),
    ];
  }

  /** An annotation, or a property that the type does not declare. */
  #ofOther(
    name: string,
    value: JsonValue,
    { type, shape, members }: { readonly type: StructuredType; readonly shape: ValueShape; readonly members: Members },
  ): readonly ValueIssue[] {
    const { open, inheritsOpen } = typeFactsIn(this.#facts, type.name);
    const isOpen = open || inheritsOpen;
    // The type is checked before.
    if (name === "@odata.type" || name === "@type") return [];
    if (isAnnotation(name)) return checkControl(name, value, { shape, members: isOpen ? undefined : members });
    if (isOpen) return [];
    const owner = this.#model
      .derived(type.name)
      .find((derived) => typeFactsIn(this.#facts, derived.name).ownMembers.some((member) => member.name === name));
    return owner === undefined
      ? issue("unknown-property", `is not a property of ${type.name}${otherCase(name, members.keys())}`)
      : issue("derived-property", `is a property of ${owner.name}, so "@odata.type" has to name that`);
  }
}

function isRequired(member: MemberFacts, shape: ValueShape): boolean {
  if (shape === "read") return member.read === "present" && !isStream(member);
  return member[shape] === "required";
}

/** A stream stands in a payload by its annotations only (OData JSON Format 4.01 §9). */
function isStream({ underlying }: ValueFacts): boolean {
  return underlying !== undefined && edmTypeOf(underlying) === "Stream";
}

/** The issues of a value, or of the items of a collection. */
function eachOf(value: JsonValue, check: (item: JsonValue) => readonly ValueIssue[]): readonly ValueIssue[] {
  return isArray(value) ? value.flatMap((item, index) => at(index, check(item))) : check(value);
}

function isReference(value: JsonValue): boolean {
  return hasUrl(value) && Object.keys(value).every(isAnnotation);
}

function hasUrl(value: JsonValue): value is JsonObject {
  return isObject(value) && typeof (ownValue(value, "@odata.id") ?? ownValue(value, "@id")) === "string";
}

function checkRules(value: JsonValue, { rules }: ValueFacts): readonly ValueIssue[] {
  return value === null ? [] : rules.flatMap((rule) => checkRule(value, rule));
}

/**
 * Flags are a list with commas between, of members and of numbers for values without a name, none of them twice. Blanks
 * around a comma are no part of a name.
 */
function checkMember(value: JsonValue, type: EnumType, shape: ValueShape): readonly ValueIssue[] {
  if (typeof value !== "string") return issue("type", "must be a string");
  const { name, flags } = type;
  const members = shape === "read" ? type.members : writableMembersOf(type);
  const parts = flags === true ? value.split(",").map((part) => part.trim()) : [value];
  const names = members.map((member): string => member.name);
  const unknown = parts.filter((part) => !names.includes(part) && !(flags === true && isInt64(part)));
  const areDistinct = new Set(parts).size === parts.length;
  if (unknown.length === 0 && areDistinct) return [];
  const [first = ""] = unknown;
  return issue("unknown-member", `is not a member of ${name}${otherCase(first, names)}`);
}

function checkBesideParameters(
  name: string,
  value: JsonValue,
  operation: QualifiedName,
  parameters: readonly string[],
): readonly ValueIssue[] {
  return isAnnotation(name)
    ? checkControl(name, value, { shape: "create", members: new Map() })
    : issue("unknown-property", `is not a parameter of ${operation}${otherCase(name, parameters)}`);
}

/** Members beside the `value` of a response. */
function checkBeside(name: string, value: JsonValue): readonly ValueIssue[] {
  if (!isAnnotation(name)) return issue("unknown-property", "is not a property of the response");
  return checkControl(name, value, { shape: "read", members: undefined });
}

/** OData JSON Format 4.01 §4.6 */
function isAnnotation(name: string): boolean {
  return name.includes("@");
}

/** A property may be called `constructor`. */
function ownValue(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
